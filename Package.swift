// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A module of ours: strict settings, and its tests in a folder of the same name.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "tertulia",
  products: [
    .executable(name: "tertulia", targets: ["tertulia"]),
    .library(name: "Pairing", targets: ["Pairing"]),
    .library(
      name: "Measurable", targets: ["Access", "Journal", "Rehearsal", "Rounds", "Signalling", "Transport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibwebsockets", pkgConfig: "libwebsockets",
      providers: [.apt(["libwebsockets-dev", "libwebsockets-evlib-ev"])]),
    .systemLibrary(
      name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    module("Pairing"),
    module("Rounds", ["Pairing", .product(name: "DequeModule", package: "swift-collections")]),
    module("Signalling", ["Rounds", "Pairing", "CJansson"]),
    module("Rehearsal", ["Rounds", "Pairing", .product(name: "HeapModule", package: "swift-collections")]),
    module("Transport", ["CLibwebsockets"]),
    module("Journal", ["Rounds", .product(name: "GRDB", package: "GRDB.swift")]),
    module(
      "Access",
      [.product(name: "JWTKit", package: "jwt-kit"), .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "Server",
      [
        "Pairing", "Rounds", "Signalling", "Transport", "Journal", "Access",
        .product(name: "Logging", package: "swift-log"), "TOMLKit",
      ]),
    module(
      "Organizer",
      [
        "Access", "Pairing", "Rounds", "Signalling", "Transport", "Server", "Rehearsal", "SwiftCSV",
        "TOMLKit",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "tertulia", dependencies: ["Organizer"], swiftSettings: strict),
    tests("Pairing"),
    tests("Rounds", ["Pairing", "Rehearsal"]),
    tests("Rehearsal", ["Pairing", "Rounds"]),
    tests("Signalling", ["Pairing", "Rounds", "CJansson"]),
    tests("Transport"),
    tests("Journal", ["Pairing", "Rehearsal", "Rounds", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("Access"),
    tests(
      "Server",
      [
        "Access", "Pairing", "Rehearsal", "Rounds", "Signalling", "Transport",
        .product(name: "Logging", package: "swift-log"),
      ]),
    tests("Organizer", ["Rounds", "Signalling"]),
  ]
)
