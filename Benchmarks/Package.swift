// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who builds dateline has to build the benchmark library.
let package = Package(
    name: "dateline-benchmarks",
    dependencies: [
        .package(name: "dateline", path: ".."),
        // Without its traits, which replace malloc and the runtime's reference counting.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Stages",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "DatelineEngine", package: "dateline"),
            ],
            path: "Benchmarks/Stages",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ]
)
