import Files
package import Foundation
import NewsModel
import Templates

extension TemplateSet {
    /// What of a user's folder does not do what it seems to: a sentence each.
    package static func advice(about folder: URL) -> [String] {
        // A folder that can't be read is a mistake that was told.
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        return strangers(among: names, in: folder) + advice(onWordsAmong: names, in: folder)
    }

    /// That pages of a language have English words, since nobody wrote others.
    package static func advice(on language: String, folder: URL?) -> [String] {
        let files = Words.fileNames(for: language).dropFirst()
        let isThere = files.contains { name in
            EmbeddedTemplates.files[name] != nil
                || folder.map { FileManager.default.fileExists(atPath: $0.appending(path: name).path) } ?? false
        }
        guard language.lowercased().split(separator: "-").first != "en", !isThere, let name = files.first else {
            return []
        }
        return [
            "There are no words of the language `\(language)`: pages say theirs in English. A file \(name) in the folder of "
                + "`templates` brings them."
        ]
    }

    private static func advice(onWordsAmong names: [String], in folder: URL) -> [String] {
        let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
        let advice = WordsAdvice(english: Words.entries(of: text(EmbeddedTemplates.files["en.txt"] ?? [])))
        return names.filter { $0.hasSuffix(".txt") }.flatMap { name -> [String] in
            guard let data = try? RegularFile.contents(of: folder.appending(path: name).path) else { return [] }
            return advice.sentences(on: text(Array(data)), file: "\(folder.lastPathComponent)/\(name)")
        }
    }

    /// Files of a user's folder that take the place of nothing, although their names are near to those of ours: a
    /// sentence for each. Partials of the user's own have names of their own.
    private static func strangers(among names: [String], in folder: URL) -> [String] {
        let known = Set(EmbeddedTemplates.files.keys)
        return names.compactMap { name in
            guard !known.contains(name), !name.hasPrefix("."),
                let near = known.sorted().map({ ($0, EditDistance.between(plain(name), plain($0))) }).min(by: {
                    $0.1 < $1.1
                }),
                near.1 <= max(1, near.0.count / 6)
            else { return nil }
            let place = "\(folder.lastPathComponent)/\(name)"
            return "\(place) takes the place of nothing; is `\(near.0)` meant?"
        }
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
            .replacing(".html", with: ".mustache").replacing(".hbs", with: ".mustache")
    }
}
