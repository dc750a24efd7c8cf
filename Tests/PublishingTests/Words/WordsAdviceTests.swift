import Foundation
import Templates
import TestSupport
import Testing

@testable import Publishing

@Suite struct WordsAdviceTests {
    private static let english = Words.entries(
        of: String(decoding: EmbeddedTemplates.files["en.txt"] ?? [], as: UTF8.self))

    private func sentences(_ text: String) -> [String] {
        WordsAdvice(english: Self.english).sentences(on: text, file: "T/xx.txt")
    }

    @Test(arguments: [
        ("archive", "T/xx.txt:1: a line without `=` says nothing; write `key = words`"),
        ("editon.line = {stories}", "T/xx.txt:1: there is no phrase `editon.line`; did you mean `edition.line`?"),
        ("edition.line = {x} only", "T/xx.txt:1: `edition.line` has no place {x}; it has {sources}, {stories}"),
        ("stories.few = {m} historii", "T/xx.txt:1: `stories.few` has no place {m}; it has {n}"),
        ("months.alone = a", "T/xx.txt:1: `months.alone` lists 1 and needs 12, with | between them"),
        ("number.digits = 123", "T/xx.txt:1: `number.digits` has 3 digits and needs ten"),
        (
            "week.first = 9",
            "T/xx.txt:1: `week.first` is the day on which weeks begin, from 0 for Sunday to 6 for Saturday"
        ),
        ("months = Jan|Feb", "T/xx.txt:1: `months` lists 2 and needs 12, with | between them"),
    ])
    func saysWhatOfALineIsAmiss(line: String, sentence: String) {
        #expect(sentences(line) == [sentence])
        #expect(sentences("# a remark\n\n\(line)") == [sentence.replacing(":1:", with: ":3:")])
    }

    @Test(arguments: ["edition.line = {stories}", "stories.few = {n} historie", "my-own-words = {anything}"])
    func saysNothingOfALineThatIsFine(line: String) { #expect(sentences(line).isEmpty) }

    @Test(arguments: EmbeddedTemplates.files.keys.filter { $0.hasSuffix(".txt") }.sorted())
    func ourOwnFilesAreFine(name: String) {
        let text = String(decoding: EmbeddedTemplates.files[name] ?? [], as: UTF8.self)
        #expect(sentences(text).isEmpty)
    }

    @Test func aLanguageWithoutWordsIsToldOf() throws {
        let folder = try TemporaryDirectory()
        let url = URL(filePath: folder.path)
        #expect(
            TemplateSet.advice(on: "nl-BE", folder: url).first?.contains("no words of the language `nl-BE`") == true)
        try folder.write("archive = Archief", to: "nl.txt")
        #expect(TemplateSet.advice(on: "nl-BE", folder: url).isEmpty)
        #expect(["en-GB", "de", "de-CH"].allSatisfy { TemplateSet.advice(on: $0, folder: nil).isEmpty })
    }
}
