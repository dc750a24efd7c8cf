import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// How values become numbers and texts of a row, and come back.
@Suite struct StoredValuesTests {
    @Test func everyMillisecondComesBack() {
        for milliseconds in Int64(1_795_410_000_000)..<1_795_410_001_000 {
            #expect(Date(milliseconds: milliseconds).milliseconds == milliseconds)
        }
        #expect(Date(timeIntervalSince1970: 0.0006).milliseconds == 1)
        #expect(Date(timeIntervalSince1970: -0.0006).milliseconds == -1)
    }

    @Test func instantsThatNobodyMeansAreCutOff() {
        #expect(Date(timeIntervalSince1970: 1e15).milliseconds == 3_200_000_000_000_000)
        #expect(Date(timeIntervalSince1970: -1e15).milliseconds == -3_200_000_000_000_000)
        #expect(Date(timeIntervalSince1970: 3.1e12).milliseconds == 3_100_000_000_000_000)
    }

    @Test(arguments: ["0000000000000000", "0123456789abcdef", "ffffffffffffffff", "8000000000000000"])
    func idsOfStoriesComeBack(digits: String) {
        let number = StoryID(rawValue: digits).number
        #expect(number.map { StoryID(number: $0).rawValue } == digits)
    }

    @Test(arguments: ["", "0", "0123456789abcdefa", "0123456789abcdeg"]) func otherIdsAreNone(text: String) {
        #expect(StoryID(rawValue: text).number == nil)
    }

    @Test func datesComeBackAndOtherNumbersAreDamage() throws {
        let date = EditionDate.day(11, 23)
        #expect(date.number == 20_261_123)
        #expect(try EditionDate(stored: 20_261_123) == date)
        #expect(throws: (any Error).self) { try EditionDate(stored: 20_261_131) }
    }

    /// What parts a list and what ends a text for SQLite stand in no entry of one.
    @Test(arguments: [
        (["a\u{1F}b", "c"], ["a b", "c"]), (["a", "b\0c", "d"], ["a", "b"]), (["a\u{1}", "b"], ["a\u{1}", "b"]),
    ])
    func aListIsSaidAsItComesBack(list: [String], expected: [String]) {
        #expect(TextList.stored(list) == expected)
    }

    @Test(arguments: [[], [""], ["a"], ["a", ""], ["", "b"], ["a", "b", "c"]]) func listsComeBack(list: [String]) {
        #expect(TextList.texts(TextList.joined(list)) == list)
    }
}
