import Foundation
import NewsModel

/// Why a story stands where it does, as one sentence for a reader: “Told by 5 outlets since 05:10; you follow rail.” The
/// arithmetic stands in `edition.json`, and `broadsheet explain` tells it.
struct ReasonSentence {
    let words: Words
    let dates: DateFormat
    /// That of the edition.
    let date: EditionDate

    private static let mostWords = 3
    /// Twice what is usual at a site is 1.67: from here on a discussion is worth a word.
    private static let muchDiscussed = 1.6
    /// A weight nearer to 1 decides nothing.
    private static let slightWeight = 0.05

    /// - Parameters:
    ///   - cluster: the story.
    ///   - outlets: how many tell it.
    /// - Returns: the sentence in its parts.
    func parts(for cluster: Cluster, outlets: Int) -> [PhrasePart] {
        let factors = cluster.explanation.factors
        let interests = factors.filter { $0.name == "interest" }
        var clauses = [told(cluster, by: outlets)]
        clauses.append(clause("why.follows", interests.filter { $0.value > 1 }))
        clauses.append(clause("why.avoids", interests.filter { $0.value < 1 }))
        if factors.contains(where: { $0.name == "talk" && $0.value >= Self.muchDiscussed }) {
            clauses.append(words.parts("why.discussed", names: [:]))
        }
        if let weight = factors.first(where: { $0.name == "weight" })?.value, abs(weight - 1) > Self.slightWeight {
            clauses.append(words.parts(weight > 1 ? "why.preferred" : "why.held-back", names: [:]))
        }
        if factors.contains(where: { $0.name == "variety" && $0.value < 1 - Self.slightWeight }) {
            clauses.append(words.parts("why.varied", names: [:]))
        }
        return joined(clauses.filter { !$0.isEmpty })
    }

    private func told(_ cluster: Cluster, by outlets: Int) -> [PhrasePart] {
        let first = cluster.stories.map(\.dated).min() ?? cluster.lead.dated
        let places = ["n": words.numbers.whole(outlets), "time": dates.time(of: first, on: date)]
        return words.parts(words.form(of: "why.told", outlets), places, names: [:])
    }

    private func clause(_ key: String, _ interests: [Explanation.Factor]) -> [PhrasePart] {
        let names = interests.compactMap(\.word).prefix(Self.mostWords)
        return names.isEmpty ? [] : words.parts(key, names: ["words": Array(names)])
    }

    private func joined(_ clauses: [[PhrasePart]]) -> [PhrasePart] {
        let mark = PhrasePart(text: words.clauseMark, isName: false)
        let end = PhrasePart(text: words["why.end"], isName: false)
        return Array(clauses.joined(separator: [mark])) + [end]
    }
}
