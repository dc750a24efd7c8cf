package import SimulatedWorld

/// The catalogue of faults: what servers do wrong, each by its name and with what should come of it.
extension Array<ServerFault> {
    /// All of them; a batch may ask them all at once. Sizes are made for a `max-body` of ``largestBody``.
    package static var catalogue: [ServerFault] {
        [
            ServerFault.headFaults, ServerFault.informationalFaults, ServerFault.lengthFaults, ServerFault.chunkFaults,
            ServerFault.codingFaults,
            ServerFault.charsetFaults, ServerFault.contentFaults, ServerFault.xmlFaults, ServerFault.feedTextFaults,
            ServerFault.statusFaults,
            ServerFault.errorPageFaults,
            ServerFault.laterFaults, ServerFault.redirectFaults, ServerFault.destinationFaults,
            ServerFault.cookieFaults, ServerFault.silenceFaults,
            ServerFault.breakFaults, ServerFault.endlessFaults, ServerFault.sharedHostFaults, ServerFault.tlsFaults,
            ServerFault.hackerNewsFaults,
            ServerFault.guardianFaults,
            ServerFault.newsAPIFaults, ServerFault.jsonFaults,
        ].flatMap { $0 }
    }

    /// Those that lie in the address alone: private ones, in every spelling, and other schemes. They are for a run
    /// that may not ask private addresses, which refuses them all and connects to nobody.
    package static var addresses: [ServerFault] { ServerFault.addressFaults }

    /// The `max-body` that the catalogue is made for, in bytes.
    package static var largestBody: Int { 1 << 20 }
}

extension Array<SimulatedSource> {
    /// A source for each fault, under the fault's name.
    package static func faulty(_ faults: [ServerFault]) -> [SimulatedSource] {
        faults.map { fault in
            SimulatedSource(
                id: fault.name, kind: fault.kind, content: FaultyFeed.content(of: fault),
                behaviour: .faulty(fault), latency: .fixed(.zero), host: fault.host)
        }
    }
}

/// What a faulty feed would say if nothing were wrong.
enum FaultyFeed {
    static let contentType = "application/rss+xml; charset=utf-8"

    /// A feed that no other source has, so that a page shows whose it is; what speaks an API tells what its API tells.
    static func content(of fault: ServerFault) -> SimulatedSource.Content {
        if case .feed = fault.kind { .document(document(fault.name), contentType: contentType) } else { .retold }
    }

    private static func document(_ name: String) -> String {
        let home = "https://\(name).example"
        let items = (1...3).map { number in
            """
            <item><title>Report \(number) of \(name)</title><link>\(home)/\(number)</link>
            <guid>\(home)/\(number)</guid>
            <description>The ferry to the \(name) islands sails again, says the café at the quay.</description></item>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>The \(name) paper</title><link>\(home)/</link>
            <description>What happens at \(name)</description>
            \(items.joined(separator: "\n"))
            </channel></rss>

            """
    }
}
