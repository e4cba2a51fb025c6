// What Swift can't see of libwebsockets and libev: macros that compute or that write into structures.
// Nothing here decides anything.
#pragma once

#include <ev.h>
#include <libwebsockets.h>

// LWS_PRE is a macro with a computation: the room that lws_write wants ahead of a payload.
static inline int shim_lws_pre(void) { return LWS_PRE; }

// The ev_*_init functions are macros in C.
static inline void shim_ev_prepare_init(ev_prepare *watcher,
                                        void (*callback)(struct ev_loop *, ev_prepare *, int)) {
  ev_prepare_init(watcher, callback);
}

static inline void shim_ev_async_init(ev_async *watcher,
                                      void (*callback)(struct ev_loop *, ev_async *, int)) {
  ev_async_init(watcher, callback);
}

static inline void shim_ev_timer_init(ev_timer *watcher, void (*callback)(struct ev_loop *, ev_timer *, int),
                                      double after, double repeat) {
  ev_timer_init(watcher, callback, after, repeat);
}

static inline void shim_ev_signal_init(ev_signal *watcher,
                                       void (*callback)(struct ev_loop *, ev_signal *, int), int number) {
  ev_signal_init(watcher, callback, number);
}

// lws_set_timeout takes its special value as a cast of -1, which Swift doesn't import. It closes the
// connection at once, and is allowed only outside of that connection's own callbacks.
static inline void shim_lws_close_now(struct lws *wsi) {
  lws_set_timeout(wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC);
}

// The same, at the library's next look at its timeouts: allowed everywhere.
static inline void shim_lws_close_soon(struct lws *wsi) {
  lws_set_timeout(wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_ASYNC);
}

// The option constants are 1ll << n: signed in Swift, where the field is unsigned.
static inline uint64_t shim_lws_context_options(void) {
  return LWS_SERVER_OPTION_LIBEV | LWS_SERVER_OPTION_EXPLICIT_VHOSTS | LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT |
         LWS_SERVER_OPTION_JUST_USE_RAW_ORIGIN;
}

static inline uint64_t shim_lws_no_ipv6(void) { return LWS_SERVER_OPTION_DISABLE_IPV6; }

static inline uint64_t shim_lws_tls_client(void) { return LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT; }
