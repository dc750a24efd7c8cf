import Foundation
import NewsModel
import Testing

@Suite struct LocalClockTests {
    private static func clock(_ zone: String) throws -> LocalClock {
        LocalClock(in: try #require(TimeZone(identifier: zone)))
    }

    @Test(arguments: [
        ("Europe/London", 1_795_415_400.0, "2026-11-23 06:30 GMT"),
        ("Europe/London", 1_782_196_200, "2026-06-23 07:30 BST"),
        ("GMT", 1_795_415_400, "2026-11-23 06:30 UTC"), ("Pacific/Auckland", 1_795_415_400, "2026-11-23 19:30 NZDT"),
    ])
    func anInstantIsSaidAsTheZonesClockSaysIt(zone: String, instant: Double, text: String) throws {
        #expect(try Self.clock(zone).text(Date(timeIntervalSince1970: instant)) == text)
    }

    @Test func instantsWithinASentenceAreSaidSoToo() throws {
        let clock = try Self.clock("Europe/Berlin")
        #expect(
            clock.local("left alone until 2026-11-23T06:30:00Z (429), then 2026-07-01T00:00:00.500Z")
                == "left alone until 2026-11-23 07:30 CET (429), then 2026-07-01 02:00 CEST")
        #expect(clock.local("Today 2026-11-23, version T9") == "Today 2026-11-23, version T9")
        #expect(clock.local("2026-13-45T99:00:00Z") == "2026-13-45T99:00:00Z")
    }
}
