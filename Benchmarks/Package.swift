// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "tertulia", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "journal",
      dependencies: [
        .product(name: "Measurable", package: "tertulia"), .product(name: "Pairing", package: "tertulia"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "scheduler", dependencies: [.product(name: "Measurable", package: "tertulia")],
      swiftSettings: strict),
    .executableTarget(
      name: "planner", dependencies: [.product(name: "Pairing", package: "tertulia")], swiftSettings: strict),
    .executableTarget(
      name: "starters", dependencies: [.product(name: "Pairing", package: "tertulia")], swiftSettings: strict),
  ]
)
