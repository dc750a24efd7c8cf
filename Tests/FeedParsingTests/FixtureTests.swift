import FeedParsing
import Foundation
import Testing

@Suite struct FixtureTests {
    @Test(arguments: Fixture.all)
    func readsAsExpected(_ fixture: Fixture) throws {
        let golden = GoldenFeed(try fixture.feed())
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try golden.json.write(to: fixture.expected)
        }
        let expected = try JSONDecoder().decode(GoldenFeed.self, from: Data(contentsOf: fixture.expected))
        #expect(golden == expected)
    }

    @Test func someAreThere() {
        #expect(Fixture.all.count > 30)
    }
}
