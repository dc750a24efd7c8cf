import SimulatedWorld

/// Addresses that are not to be asked unless the configuration says so: each is this machine, or another private
/// place, in another spelling.
extension ServerFault {
    static let addressFaults: [ServerFault] = [
        address("loopback", "http://{authority}/news/feed"),
        address("loopback-in-decimal", "http://{decimal}:{port}/news/feed"),
        address("loopback-in-hexadecimal", "http://{hexadecimal}:{port}/news/feed"),
        address("loopback-in-octal", "http://{octal}:{port}/news/feed"),
        address("loopback-in-short", "http://127.1:{port}/news/feed"),
        address("loopback-by-name", "http://localhost:{port}/news/feed"),
        address("loopback-of-ipv6", "http://[::1]:{port}/news/feed"),
        address("loopback-mapped", "http://[::ffff:{host}]:{port}/news/feed"),
        address("loopback-mapped-in-hexadecimal", "http://[::ffff:7f00:1]:{port}/news/feed"),
        address("loopback-by-nat64", "http://[64:ff9b::7f00:1]:{port}/news/feed"),
        address("loopback-by-6to4", "http://[2002:7f00:1::]:{port}/news/feed"),
        address("any-address", "http://0.0.0.0:{port}/news/feed"),
        address("any-address-of-ipv6", "http://[::]:{port}/news/feed"),
        address("zero", "http://0:{port}/news/feed"),
        address("metadata", "http://169.254.169.254/latest/meta-data/"),
        address("metadata-in-decimal", "http://2852039166/latest/meta-data/"),
        address("metadata-of-ipv6", "http://[fd00:ec2::254]/latest/meta-data/"),
        address("private-ten", "http://10.0.0.1/feed"),
        address("private-home", "http://192.168.1.1/feed"),
        address("private-middle", "http://172.31.255.1/feed"),
        address("carrier-private", "http://100.64.0.1/feed"),
        address("multicast", "http://224.0.0.1/feed"),
        address("broadcast", "http://255.255.255.255/feed"),
        address("link-local-of-ipv6", "http://[fe80::1]/feed"),
        address("unique-local-of-ipv6", "http://[fc00::1]/feed"),
        address("multicast-of-ipv6", "http://[ff02::1]/feed"),
        address("loopback-with-user", "http://user:word@{authority}/news/feed"),
    ]

    private static func address(_ name: String, _ address: String) -> ServerFault {
        ServerFault(
            name: "address-\(name)", summary: "an address of no public place: \(name)", expected: .refused,
            address: address, script: [.send(.soundAnswer())])
    }
}

/// Many feeds on one host that keeps connections open: what one answer leaves behind on a connection is the next one's.
extension ServerFault {
    /// Sizes about what a reader may hold before it holds the socket back, and well beyond it.
    private static let sizes = [1, 32, 63, 64, 65, 80, 96, 127, 128, 129, 200, 256, 300, 500, 700, 900].map { $0 << 10 }

    /// As a server sends that has it all at hand: at once, so that the last burst may fill what is held.
    private static let burstFaults: [ServerFault] = sizes.map { size in
        ServerFault(
            name: "shared-burst-\(size >> 10)", summary: "a feed of \(size >> 10) KB at once, one of many on its host",
            expected: .fresh, host: "bursts", script: [.send(.soundAnswer([.pad(to: size)]))])
    }

    /// In two halves, so that it is held back in the middle.
    private static let halfFaults: [ServerFault] = sizes.map { size in
        ServerFault(
            name: "shared-halves-\(size >> 10)",
            summary: "a feed of \(size >> 10) KB in halves, one of many on its host",
            expected: .fresh, host: "halves",
            script: [
                .head("Content-Length: \(size + 1024)"), .body(.pad(to: size)), .wait(.milliseconds(2)),
                .text(String(repeating: " ", count: 1024)),
            ])
    }

    /// What else comes over such connections: answers that are not read, or not to their end.
    private static let neighbourFaults: [ServerFault] = [
        ServerFault(
            name: "shared-404", summary: "404 with a page of 200 KB, beside many on its host", expected: .httpError,
            says: "404", host: "bursts",
            script: [.send(.answer(status: 404, body: String(repeating: "not here ", count: 22_000)))]),
        ServerFault(
            name: "shared-web-page", summary: "a web page of 200 KB, beside many on its host", expected: .malformed,
            host: "bursts",
            script: [
                .send(
                    .answer(status: 200, body: "<html><title>x</title>" + String(repeating: "<p>y</p>", count: 25_000)))
            ]),
        ServerFault(
            name: "shared-too-large", summary: "a body above the bound, beside many on its host", expected: .refused,
            says: "larger", host: "bursts", script: [.head(), .endlessly(.text("and more "))]),
        ServerFault(
            name: "shared-busy", summary: "429 for days, beside many on its host", expected: .httpError, next: .skipped,
            says: "429", host: "bursts",
            script: [
                .send(
                    .answer(
                        status: 429, headers: [.init(name: "Retry-After", value: "172800")], contentType: "text/plain",
                        body: "Too many requests.\n"))
            ]),
    ]

    /// More sources than turns: the first ones hold theirs until the deadline, another night others do.
    private static let crowdFaults: [ServerFault] = (1...6).map { number in
        ServerFault(
            name: "shared-crowd-\(number)", summary: "never answers, one of more than its host has turns for",
            expected: .late, host: "crowd", script: [.hold])
    }

    static let sharedHostFaults = burstFaults + halfFaults + neighbourFaults + crowdFaults
}
