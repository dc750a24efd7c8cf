import Testing

@testable import Curation

@Suite struct FoldingTests {
    @Test(arguments: [
        "Ångström", "STRASSE", "Straße", "ΟΔΟΣ", "όδός", "Вулкан", "Ёлка", "שָׁלוֹם", "مُحَمَّد", "がぎぐ", "ガイド", "首都高速", "대한민국",
        "값", "ﬁnance", "İstanbul", "한1a", "ﾊﾝｶｸ", "क्षेत्र", "e\u{301}te",
    ])
    func foldingByLettersIsThatOfTheWholeWord(word: String) {
        #expect(Array(Folding.folded(word).unicodeScalars) == Array(Folding.foldedAsAWhole(word).unicodeScalars))
    }
}
