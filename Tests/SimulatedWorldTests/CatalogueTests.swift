import TestCertificates
import Testing
import WorldFaults

@testable import SimulatedWorld

@Suite struct CatalogueTests {
    @Test func theDemoHasEveryKindAndForm() {
        let sound = [SimulatedSource].demo.filter { $0.behaviour == .sound && !$0.quirks.contains(.wrongKey) }
        #expect(sound.count >= 24)
        #expect(Set(sound.map(\.kind.name)) == ["feed", "hackernews", "guardian", "newsapi", "json", "lobsters"])
        for form in SimulatedSource.FeedForm.allCases {
            #expect(sound.contains { $0.kind == .feed(form) }, "\(form.rawValue)")
        }
        #expect(Set(sound.map(\.section)) == Set(SimulatedSource.Section.allCases))
    }

    @Test func theDemoShowsWhatCanGoWrong() async throws {
        let world = try await SimulatedWorld.start(.demo, now: monday)
        let outcomes = Dictionary(grouping: world.sources, by: \.expectedOutcome).mapValues(\.count)
        try await world.stop()
        #expect(outcomes[.late] == 2)
        #expect(outcomes[.httpError] == 4)
        #expect(outcomes[.malformed] == 2)
        #expect(outcomes[.unreachable] == 2)
        #expect(outcomes[.empty] == 1)
        #expect(outcomes[.fresh] ?? 0 >= 30)
    }

    @Test(arguments: [[SimulatedSource].demo, .digest, .bench(count: 120)])
    func idsAreUniqueAndFitForAFile(catalogue: [SimulatedSource]) {
        let ids = catalogue.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") } })
    }

    @Test(arguments: [2, 7, 50, 200])
    func aBenchHasOneSlowestAndOneQuickestSource(count: Int) {
        let latencies = [SimulatedSource].bench(count: count).map {
            $0.latency.latency(of: $0.id, on: SimulatedNight(now: monday))
        }
        #expect(latencies.filter { $0 == .milliseconds(900) }.count == 1)
        #expect(latencies.filter { $0 == .milliseconds(60) }.count == 1)
        #expect(latencies.allSatisfy { .milliseconds(60) <= $0 && $0 <= .milliseconds(900) })
    }

    @Test func theSumOfFiftyIsKnown() {
        let sum = [SimulatedSource].bench(count: 50)
            .map { $0.latency.latency(of: $0.id, on: SimulatedNight(now: monday)) }.reduce(.zero, +)
        #expect((16.0...18.0).contains(sum.inSeconds))
    }

    @Test func faultsHaveNamesOfTheirOwnAndAWordForPeople() {
        let faults = [ServerFault].catalogue + .addresses
        let names = faults.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count >= 300)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") } })
        #expect(faults.allSatisfy { !$0.summary.isEmpty && !$0.script.isEmpty })
    }

    @Test func everyOutcomeOfAFirstNightIsInTheCatalogueOfFaults() {
        let expected = Set([ServerFault].catalogue.map(\.expected))
        #expect(expected == Set(ExpectedOutcome.allCases).subtracting([.unchanged, .skipped]))
    }

    @Test func certificatesAreForTheServersAndTheirAuthorityIsKnown() async throws {
        let tls = [ServerFault].catalogue.filter { $0.transport != .plain }
        let world = try await SimulatedWorld.start(.faulty(tls), now: monday, issuer: CertificateOffice())
        let addresses = world.sources.map(\.address)
        try await world.stop()
        #expect(world.authority?.hasPrefix("-----BEGIN CERTIFICATE-----") == true)
        #expect(!addresses.isEmpty && addresses.allSatisfy { $0.hasPrefix("https://127.0.") })
    }

    @Test func withoutAnIssuerNoServerSpeaksTLS() async throws {
        let tls = [ServerFault].catalogue.filter { $0.name == "certificate-sound" }
        await #expect(throws: WorldError.noCertificates(source: "certificate-sound")) {
            _ = try await SimulatedWorld.start(.faulty(tls), now: monday)
        }
    }
}
