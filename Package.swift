// swift-tools-version: 6.2

import PackageDescription

/// What every target of ours is built with: nothing is let through that the compiler can judge.
let strict: [SwiftSetting] =
    [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["BROADSHEET_SANITIZER"] == "thread" ? [.define("THREAD_SANITIZER")] : [])

/// What `--version` says of the commit, where the Makefile tells it: letters, digits and hyphens only.
let commit: [CSetting] = ["BROADSHEET_COMMIT", "BROADSHEET_COMMIT_DATE"].compactMap { name in
    guard let value = Context.environment[name], !value.isEmpty,
        value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { return nil }
    return .define(name, to: "\"\(value)\"")
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")

let package = Package(
    name: "broadsheet",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "broadsheet", targets: ["broadsheet"]),
        // What tests preload into the program, and nothing links to.
        .library(name: "FaultyDisk", type: .dynamic, targets: ["FaultyDisk"]),
    ],
    dependencies: [
        // The command line.
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        // Certificates, sound and wrong, for the tests' servers.
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        // Ordered dictionaries, deques and heaps.
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        // SHA-256 for stable identities and content fingerprints.
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        // Sockets, event loops and HTTP/1.1, for asking and for the simulated world's server.
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        // TLS, and its errors told apart.
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        // Paths and open files, as the processes that tests start take them.
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        // SQLite, with migrations.
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        // Templates that escape by default.
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        // YAML with line and column of every node.
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        // Processes that tests start: many at once, each in its own folder, none with the open files of another.
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
    ],
    targets: [
        .target(
            name: "NewsModel", dependencies: ["WebText"], resources: [.embedInCode("Secrets/Words")],
            swiftSettings: strict),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Debian's package has no file for pkg-config.
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CPublicSuffix", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        // Which commit it was built from.
        .target(name: "CBuild", cSettings: commit),
        // renameat2, syncfs and statfs, which the C library's module leaves out.
        .systemLibrary(name: "CDisk"),
        // malloc_trim, likewise.
        .systemLibrary(name: "CMemory"),
        // What the rooms ask of files that a person named.
        .target(name: "Files", dependencies: ["CDisk"], swiftSettings: strict),
        .target(
            name: "Discovery", dependencies: ["FeedParsing", "NewsModel", "WebText"],
            resources: [.embedInCode("Words")],
            swiftSettings: strict),
        .target(
            name: "FeedParsing", dependencies: ["CLibXML2", "NewsModel", "WebText"], resources: [.embedInCode("Words")],
            swiftSettings: strict),
        .target(
            name: "Parallelism",
            dependencies: ["CMemory", .product(name: "DequeModule", package: "swift-collections")],
            swiftSettings: strict
        ),
        .target(
            name: "WebText", dependencies: ["CPublicSuffix"], resources: [.embedInCode("Markup/Entities")],
            swiftSettings: strict),
        .target(
            name: "HTTPTransport",
            dependencies: [
                "CZlib", "Parallelism", "WebText", nioCore, nioHTTP1, nioPosix,
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        // Archives of the web (WARC), read and written.
        .target(
            name: "WebArchive",
            dependencies: ["CZlib", "Files", "WebText", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Fetching",
            dependencies: [
                "FeedParsing", "HTTPTransport", "NewsModel", "Parallelism", "WebArchive", "WebText", nioCore, nioHTTP1,
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "HeapModule", package: "swift-collections"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Curation",
            dependencies: [
                "CSnowball", "NewsModel", "Parallelism", "WebText",
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            resources: [.embedInCode("Words")],
            swiftSettings: strict,
            // Into the program itself: hardly any machine has this library already, the others nearly all.
            linkerSettings: [
                .linkedLibrary(":libstemmer.a", .when(platforms: [.linux])),
                .linkedLibrary("stemmer", .when(platforms: [.macOS])),
            ]
        ),
        .target(
            name: "NewsStore",
            dependencies: [
                "NewsModel", "Parallelism", "WebText", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Templates",
            path: "Templates",
            resources: [.embedInCode("html"), .embedInCode("strings"), .embedInCode("style")],
            swiftSettings: strict
        ),
        .target(
            name: "Publishing",
            dependencies: [
                "CDisk", "CLibXML2", "Files", "NewsModel", "Parallelism", "Templates", "WebText",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Sanitising/Words")],
            swiftSettings: strict
        ),
        .target(
            name: "Settings",
            dependencies: ["Files", "NewsModel", "Subscriptions", "WebText", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Words")],
            swiftSettings: strict
        ),
        .target(
            name: "Subscriptions",
            dependencies: ["FeedParsing", "NewsModel", "WebText", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict
        ),
        .target(
            name: "Newsroom",
            dependencies: [
                "Curation", "Discovery", "FeedParsing", "Fetching", "Files", "HTTPTransport", "NewsModel", "NewsStore",
                "Parallelism", "WebText", "Publishing",
                "Settings",
                "Subscriptions",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict
        ),
        // What `init` writes, with places for what a project is called.
        .target(
            name: "ProjectFiles", dependencies: ["NewsModel", "WebText"], resources: [.embedInCode("Files")],
            swiftSettings: strict),
        .target(
            name: "SimulatedWorld",
            dependencies: [
                "Parallelism", "WebText", nioCore, nioHTTP1, nioPosix,
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            resources: [.embedInCode("Prose")],
            swiftSettings: strict
        ),
        // `serve`: a folder on loopback, to look at.
        .target(
            name: "SiteServer", dependencies: ["Parallelism", "WebText", nioCore, nioHTTP1, nioPosix],
            swiftSettings: strict),
        .executableTarget(
            name: "broadsheet",
            dependencies: [
                "CBuild", "Curation", "Discovery", "FeedParsing", "Fetching", "Files", "HTTPTransport", "NewsModel",
                "Newsroom", "Parallelism", "ProjectFiles", "WebText", "Publishing",
                "Settings",
                "SimulatedWorld",
                "SiteServer",
                "Subscriptions",
                argumentParser,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "TestCertificates",
            dependencies: [
                "SimulatedWorld",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            path: "Tests/TestCertificates",
            swiftSettings: strict
        ),
        // What servers do wrong, each by its name and with what should come of it.
        .target(
            name: "WorldFaults", dependencies: ["SimulatedWorld"], path: "Tests/WorldFaults", swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "NewsModel", "Parallelism", "WebText", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "NewsModel", "ProjectFiles", "SimulatedWorld", "TestSupport", "TransportTestSupport", "broadsheet",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CurationTests", dependencies: ["Curation", "NewsModel", "TestSupport", "WebText"],
            swiftSettings: strict),
        // Calls to the file system that fail, or are the last that a program makes.
        .target(name: "FaultyDisk", path: "Tests/FaultyDisk"),
        // `make crash-test`, `disk-test` and `soak`, and their short forms: the program itself, killed and hindered.
        .testTarget(
            name: "DurabilityTests",
            dependencies: [
                "CLibXML2", "NewsModel", "NewsStore", "SimulatedWorld", "TestSupport", "TransportTestSupport",
                "broadsheet", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        // `make fuzz`: broken input of all kinds under the address sanitiser.
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "Curation", "Discovery", "FeedParsing", "Fetching", "HTTPTransport", "NewsModel", "Publishing",
                "Settings", "Subscriptions", "WebText", nioCore,
            ],
            path: "Tests/Fuzz", swiftSettings: strict),
        .testTarget(
            name: "FeedParsingTests", dependencies: ["CLibXML2", "FeedParsing", "NewsModel", "WebText"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "FetchingTests",
            dependencies: [
                "FeedParsing", "Fetching", "HTTPTransport", "NewsModel", "Parallelism", "TestSupport",
                "TransportTestSupport", "WebArchive", "WebText", nioCore, nioHTTP1,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HTTPTransportTests",
            dependencies: [
                "HTTPTransport", "Parallelism", "TestSupport", "TransportTestSupport", nioCore, nioHTTP1,
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        // A server on loopback that says byte for byte what a test wants.
        .target(
            name: "TransportTestSupport",
            dependencies: [
                "CZlib", "HTTPTransport", "Parallelism", nioCore, nioPosix,
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/TransportTestSupport", exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "DiscoveryTests", dependencies: ["Discovery", "NewsModel", "WebText"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "NewsModelTests", dependencies: ["NewsModel", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "NewsroomTests",
            dependencies: [
                "Fetching", "Files", "NewsModel", "NewsStore", "Newsroom", "Parallelism", "Publishing", "Settings",
                "SimulatedWorld", "TestCertificates", "TestSupport", "TransportTestSupport", "WorldFaults",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsStoreTests",
            dependencies: ["NewsModel", "NewsStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(name: "ParallelismTests", dependencies: ["Parallelism"], swiftSettings: strict),
        .testTarget(name: "WebArchiveTests", dependencies: ["TestSupport", "WebArchive"], swiftSettings: strict),
        .testTarget(name: "WebTextTests", dependencies: ["WebText"], swiftSettings: strict),
        .testTarget(
            name: "PublishingTests",
            dependencies: ["Files", "NewsModel", "Parallelism", "Publishing", "TestSupport", "WebText"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTests", dependencies: ["Fetching", "NewsModel", "Settings", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SiteServerTests", dependencies: ["HTTPTransport", "SiteServer", "TestSupport", nioCore, nioHTTP1],
            swiftSettings: strict),
        .testTarget(
            name: "SubscriptionsTests", dependencies: ["NewsModel", "Subscriptions", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "SimulatedWorldTests",
            dependencies: ["SimulatedWorld", "TestCertificates", "WorldFaults", nioCore, nioHTTP1, nioPosix],
            swiftSettings: strict),
    ]
)

// One room and its tests, without the rest of the house: what `make mutants` builds sixty times over.
if let room = Context.environment["BROADSHEET_ROOM"] {
    var wanted: Set = [room, room + "Tests"]
    var grows = true
    while grows {
        let below = package.targets.filter { wanted.contains($0.name) }.flatMap(\.dependencies).compactMap(\.ownTarget)
        grows = !wanted.isSuperset(of: below)
        wanted.formUnion(below)
    }
    package.targets.removeAll { !wanted.contains($0.name) }
    package.products.removeAll { _ in !wanted.contains("broadsheet") }
}

extension Target.Dependency {
    /// The name of a target of this package; `nil` for the product of another one.
    var ownTarget: String? {
        switch self {
        case .targetItem(let name, _), .byNameItem(let name, _): name
        default: nil
        }
    }
}

// Benchmarks, which nobody needs who builds the program: `make benchmark` asks for them.
if Context.environment["BROADSHEET_BENCHMARKS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/ordo-one/benchmark.git", from: "1.38.1", traits: []))
    package.targets.append(
        .executableTarget(
            name: "FeedBenchmarks",
            dependencies: ["CLibXML2", "FeedParsing", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/FeedBenchmarks", swiftSettings: strict,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ))
}
