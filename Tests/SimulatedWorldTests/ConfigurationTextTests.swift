import Testing

@testable import SimulatedWorld

@Suite struct ConfigurationTextTests {
    @Test func everySourceStandsInTheFileAtItsAddress() async throws {
        let world = try await SimulatedWorld.start(.demo, now: monday)
        let text = world.configuration(output: "site \"a\"", deadline: .milliseconds(3500), extra: "publish-guard: {}")
        let sources = world.sources
        try await world.stop()
        for source in sources {
            #expect(text.contains("    id: \(source.id)\n"))
            #expect(text.contains(source.address))
            #expect(source.address.hasPrefix("http://127.0."))
        }
        #expect(text.contains("output: \"site \\\"a\\\"\"\n"))
        #expect(text.contains("deadline: 3500ms\n"))
        #expect(text.contains("publish-guard: {}\nsources:\n"))
        #expect(text.contains("network: {allow-private: true}\n"))
        #expect(text.contains("sections: [World, Technology, Business, Science, Culture, Sport]\n"))
    }

    @Test func aWrongKeyIsWrongInTheFileOnly() async throws {
        let catalogue = [
            SimulatedSource(id: "right", kind: .guardian),
            SimulatedSource(id: "wrong", kind: .guardian, quirks: [.wrongKey]),
        ]
        let world = try await SimulatedWorld.start(catalogue, now: monday)
        let text = world.configuration()
        try await world.stop()
        #expect(text.contains("{key: \(GuardianSite.key), "))
        #expect(text.contains("{key: expired-\(GuardianSite.key), "))
    }

    @Test func addressesOfTwoSourcesHaveHostsOfTheirOwn() async throws {
        let world = try await SimulatedWorld.start(.bench(count: 300), now: monday)
        let hosts = world.sources.map { $0.address.split(separator: ":")[1] }
        try await world.stop()
        #if os(Linux)
            #expect(Set(hosts).count == 300)
        #endif
        #expect(hosts.allSatisfy { $0.hasPrefix("//127.0.") })
    }
}
