import Testing
import WebText

@testable import Curation

/// The tables whose words are compared with those of texts, which are folded.
@Suite struct WordTablesTests {
    static let tables: [(name: String, file: [UInt8])] = [
        ("opposites", PackageResources.opposites_txt), ("antonyms", PackageResources.antonyms_txt),
        ("casualty-words", PackageResources.casualty_words_txt), ("synonyms", PackageResources.synonyms_txt),
        ("symmetric-words", PackageResources.symmetric_words_txt), ("weekdays", PackageResources.weekdays_txt),
        ("bilingual-words", PackageResources.bilingual_words_txt),
        ("number-words", PackageResources.number_words_txt), ("ordinal-words", PackageResources.ordinal_words_txt),
        ("number-scales", PackageResources.number_scales_txt), ("stop-words", PackageResources.stop_words_txt),
        ("function-words", PackageResources.function_words_txt), ("common-words", PackageResources.common_words_txt),
        ("column-words", PackageResources.column_words_txt), ("calendar-words", PackageResources.calendar_words_txt),
        ("release-words", PackageResources.release_words_txt), ("notice-words", PackageResources.notice_words_txt),
        ("event-words", PackageResources.event_words_txt), ("ticker-words", PackageResources.ticker_words_txt),
        ("teaser-words", PackageResources.teaser_words_txt),
    ]

    @Test(arguments: tables) func everyWordIsFolded(name: String, file: [UInt8]) {
        for word in WordList.words(file) where word != Folding.folded(word) {
            Issue.record("\(name): “\(word)” is never met; folded it is “\(Folding.folded(word))”")
        }
    }

    /// A Latin `i` in a word of Cyrillic looks the same, and is never met.
    @Test(arguments: tables) func noWordMixesScripts(name: String, file: [UInt8]) {
        for word in WordList.words(file) {
            let blocks = Set(
                word.unicodeScalars.filter(\.properties.isAlphabetic).map {
                    $0.value < 0x370 ? 0 : min($0.value, 0x590) / 0x90
                })
            if blocks.contains(0), blocks.count > 1 { Issue.record("\(name): “\(word)”") }
        }
    }
}
