import Foundation
import Testing
import WebText

@Suite struct ZoneNamesTests {
    @Test(arguments: [
        ("Europe/London", 0, "GMT"), ("Europe/London", 3600, "BST"), ("Europe/Berlin", 7200, "CEST"),
        ("Europe/Dublin", 0, "GMT"), ("Europe/Dublin", 3600, "IST"), ("America/New_York", -14_400, "EDT"),
        ("Australia/Sydney", 39_600, "AEDT"), ("Asia/Tokyo", 32_400, "JST"), ("America/St_Johns", -12_600, "NST"),
        ("GMT", 0, "UTC"),
        // Zones whose clocks nobody calls by letters, and an offset that the zone's rule does not know.
        ("Asia/Kathmandu", 20_700, "UTC+5:45"), ("America/Sao_Paulo", -10_800, "UTC−3"),
        ("Asia/Tokyo", 36_000, "UTC+10"),
    ])
    func aClockIsCalledByItsAbbreviation(zone: String, offset: Int, name: String) throws {
        #expect(ZoneNames(of: try #require(TimeZone(identifier: zone))).name(atOffset: offset) == name)
    }
}
