import Foundation
import Testing

@testable import SimulatedWorld

@Suite struct CivilTimeTests {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_400.0, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_795_413_600.0, "2026-11-23T06:00:00Z", "Mon, 23 Nov 2026 06:00:00 GMT"),
        (4_102_444_799.0, "2099-12-31T23:59:59Z", "Thu, 31 Dec 2099 23:59:59 GMT"),
        (-1.0, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func writesTheMomentAsFeedsDo(seconds: Double, rfc3339: String, rfc822: String) {
        let time = UTCTime(Date(timeIntervalSince1970: seconds))
        #expect(time.rfc3339 == rfc3339)
        #expect(time.rfc822 == rfc822)
    }

    @Test func aDayNumberIsMidnightOfItsDay() {
        #expect(UTCTime(dayNumber: 20_780).rfc3339 == "2026-11-23T00:00:00Z")
    }
}
