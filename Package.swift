// swift-tools-version: 6.2
import PackageDescription

/// Every module of our own is compiled the same way: Swift 6 language mode, warnings as errors.
let house: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "dateline",
    products: [
        .executable(name: "dateline", targets: ["dateline"]),
        // The engine for other packages, `Benchmarks` among them.
        .library(
            name: "DatelineEngine",
            targets: ["Records", "Markup", "Extraction", "Annotation", "Pipeline", "Digest"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // System libraries, each imported by one module only (checked by `make check`).
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "CLanguageDetector", linkerSettings: [.linkedLibrary("cld2")]),
        .target(name: "CLinux", linkerSettings: [.linkedLibrary("seccomp")]),

        .target(name: "Records", resources: [.copy("Schemas")], swiftSettings: house),
        .target(
            name: "Language", dependencies: ["Records", "CLanguageDetector"],
            resources: [.copy("Resources")], swiftSettings: house),
        .target(
            name: "Markup", dependencies: ["Language", "CLibXML2", "CZlib", "CUchardet"],
            resources: [.copy("Resources")], swiftSettings: house),
        .target(
            name: "Extraction", dependencies: ["Markup", "Language", "Records"],
            resources: [.copy("Resources")], swiftSettings: house),
        .target(
            name: "Annotation", dependencies: ["Language", "Records"],
            resources: [.copy("Resources")], swiftSettings: house),
        .target(name: "Pipeline", dependencies: ["Extraction", "Annotation", "CCrypto"], swiftSettings: house),
        .target(
            name: "Digest",
            dependencies: ["Records", "Language", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.copy("Resources"), .copy("Schemas"), .copy("Templates")], swiftSettings: house),
        .target(
            name: "Desk",
            dependencies: [
                "Pipeline", "Digest", "CLinux",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ], swiftSettings: house),
        .executableTarget(
            name: "dateline",
            dependencies: ["Desk", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: house),
        .executableTarget(
            name: "dateline-dev",
            dependencies: [
                "Pipeline", "Digest", "Markup", "Extraction", "Annotation", "Records",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "dateline-gauge",
            dependencies: ["Pipeline", "Digest", "Markup", "Extraction", "Records"], swiftSettings: house),

        .target(name: "TestSupport", dependencies: ["Records"], path: "Tests/TestSupport", swiftSettings: house),
        .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: house),
        .testTarget(name: "LanguageTests", dependencies: ["Language", "TestSupport"], swiftSettings: house),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: house),
        .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "TestSupport"], swiftSettings: house),
        .testTarget(name: "AnnotationTests", dependencies: ["Annotation", "TestSupport"], swiftSettings: house),
        .testTarget(name: "PipelineTests", dependencies: ["Pipeline", "TestSupport"], swiftSettings: house),
        .testTarget(name: "DevelopmentTests", dependencies: ["dateline-dev", "TestSupport"], swiftSettings: house),
        .testTarget(name: "DigestTests", dependencies: ["Digest", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "DeskTests", dependencies: ["Desk", "dateline", "TestSupport"], swiftSettings: house),
    ]
)

// The fuzzer has libFuzzer's `main` and is built by `make fuzz` alone, with all modules under the address sanitizer.
if Context.environment["DATELINE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "dateline-fuzz", dependencies: ["Desk", "Pipeline", "Markup", "Records"], path: "Tests/Fuzz",
            swiftSettings: house))
}
