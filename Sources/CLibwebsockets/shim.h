#pragma once
#include <ev.h>
#include <libwebsockets.h>
