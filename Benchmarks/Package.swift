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
  dependencies: [.package(name: "tertulia", path: "..")],
  targets: [
    .executableTarget(
      name: "planner", dependencies: [.product(name: "Pairing", package: "tertulia")], swiftSettings: strict),
    .executableTarget(
      name: "starters", dependencies: [.product(name: "Pairing", package: "tertulia")], swiftSettings: strict),
  ]
)
