import NewsModel

/// `fetch`.
enum FetchKeys {
    static let timeout = Key(
        "timeout", .duration(Limits.request, example: "10s"), "The longest that one request takes.", standard: "10s"
    )
    static let retries = Key(
        "retries", .count(0...10), "How often a failed request is tried again.", standard: "2", otherNames: ["retry"]
    )
    static let concurrency = Key(
        "concurrency", .count(Limits.parallel), "Requests under way at once, over all hosts.", standard: "512",
        otherNames: ["parallel", "workers", "max-concurrency"]
    )
    static let perHost = Key(
        "per-host", .count(Limits.parallel), "Requests under way at once to one host.", standard: "2"
    )
    static let maxBody = Key(
        "max-body", .size(1024...(1 << 30), example: "16MB"), "The most bytes of one answer, after decompression.",
        standard: "16MB", otherNames: ["max-size", "max-bytes"]
    )
    static let userAgent = Key(
        "user-agent", .text("a line of text such as MyNews/1.0 (+https://example.org/)"), "What the tool calls itself."
    )

    static let shape = Shape(
        inside: "fetch", example: "timeout: 10s, retries: 2",
        [timeout.entry, retries.entry, concurrency.entry, perHost.entry, maxBody.entry, userAgent.entry]
    )
}

/// `network`.
enum NetworkKeys {
    static let allowPrivate = Key(
        "allow-private", .flag, "Whether private, loopback and link-local addresses may be asked.", standard: "false"
    )
    static let caFile = Key(
        "ca-file", .file("a file such as corp.pem"),
        "A PEM file with certificate authorities to trust besides the system's.",
        otherNames: ["ca", "ca-bundle", "certificate"]
    )
    static let proxy = Key(
        "proxy", .proxy, "The proxy for all requests; otherwise that of HTTPS_PROXY or ALL_PROXY.",
        otherNames: ["http-proxy", "https-proxy"]
    )

    static let shape = Shape(
        inside: "network", example: "allow-private: false", [allowPrivate.entry, caFile.entry, proxy.entry]
    )
}
