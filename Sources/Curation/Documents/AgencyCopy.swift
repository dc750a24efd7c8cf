import WebText

/// Recognises what a paper took from an agency.
enum AgencyCopy {
    /// Whether its authors or the beginning of its text say that an agency wrote a story, and it does not stand on that
    /// agency's own site.
    static func names(_ authors: [String], summary: String, host: String) -> Bool {
        let agencies = authors.flatMap(credited) + marked(in: summary)
        guard !agencies.isEmpty else { return false }
        let own = host.split(separator: ".").map(String.init)
        return agencies.contains { place in
            !AgencyTables.agencies[place].hosts.contains(where: own.contains)
        }
    }

    /// “Reuters”, “By Reuters staff”, “Jo Doe, Associated Press”. A short name must be the whole credit, since it may be
    /// part of a person's.
    private static func credited(by author: String) -> [Int] {
        let words = Tokenizer.texts(of: author).filter { !AgencyTables.creditWords.contains($0) }
        return words.indices.flatMap { place in
            (namesByFirstWord[words[place]] ?? []).filter { name in
                words[place...].starts(with: name.words) && (name.isLong || name.words.count == words.count)
            }.map(\.agency)
        }
    }

    /// The agencies whose mark stands at the beginning of a text.
    private static func marked(in text: String) -> [Int] {
        let opening = Array(text.utf8.prefix(openingBytes))
        let byFirstByte = marksByFirstByte
        var found: [Int] = []
        for place in opening.indices {
            guard let marks = byFirstByte[Int(opening[place])] else { continue }
            found += marks.filter { opening[place...].starts(with: $0.bytes) }.map(\.agency)
        }
        return found
    }

    /// Where a text names the agency that it comes from.
    private static let openingBytes = 160

    private struct Name {
        let agency: Int
        let words: [String]
        /// Whether it is no part of anything else.
        let isLong: Bool
    }

    private struct Mark {
        let agency: Int
        let bytes: [UInt8]
    }

    private static let namesByFirstWord: [String: [Name]] = {
        let names = AgencyTables.agencies.enumerated().flatMap { place, agency in
            agency.names.map { name in
                Name(agency: place, words: name.split(separator: " ").map(String.init), isLong: name.utf8.count > 4)
            }
        }
        return Dictionary(grouping: names) { $0.words[0] }
    }()

    private static let marksByFirstByte: [[Mark]?] = {
        var table = [[Mark]?](repeating: nil, count: 256)
        for (place, agency) in AgencyTables.agencies.enumerated() {
            for mark in agency.marks.map({ Array($0.utf8) }) {
                table[Int(mark[0])] = (table[Int(mark[0])] ?? []) + [Mark(agency: place, bytes: mark)]
            }
        }
        return table
    }()
}

/// The news agencies, and how papers say that a text is theirs.
enum AgencyTables {
    struct Agency: Sendable {
        /// As a byline writes it, folded.
        var names: [String]
        /// As the first line of a text writes it.
        var marks: [String]
        /// Labels of its own hosts.
        var hosts: [String]
    }

    /// Words of a credit that are no name.
    static let creditWords: Set<String> = [
        "by", "von", "par", "por", "di", "the", "staff", "reporter", "reporters", "writer", "writers", "desk", "agency",
    ]

    static let agencies = WordList.lines(PackageResources.agencies_txt).map { line in
        let cells = line.split(separator: " | ").map { $0.split(separator: ", ").map(String.init) }
        return Agency(names: cells[0], marks: cells[1], hosts: cells[2])
    }
}
