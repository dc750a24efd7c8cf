import GRDB
import NewsModel

/// Why two stories are held to be one, as its row has it.
enum BondColumns {
    static func bind(_ bond: Explanation.Bond, to binder: inout Binder) {
        binder.add(bond.one.number ?? 0)
        binder.add(bond.other.number ?? 0)
        let (kind, detail, similarity) = columns(of: bond.evidence)
        binder.add(kind.rawValue)
        binder.add(detail)
        // What is no number becomes NULL.
        binder.add(similarity ?? .nan)
    }

    static func bond(_ row: StoredRow, from column: Int) throws -> Explanation.Bond {
        Explanation.Bond(
            one: StoryID(number: try row.integer(column)), other: StoryID(number: try row.integer(column + 1)),
            evidence: try evidence(row, from: column + 2))
    }

    private enum Kind: String {
        case toldTogether = "told-together"
        case sameAddress = "same-address"
        case sameTitle = "same-title"
        case sameLink = "same-link"
        case likeWords = "like-words"
    }

    private static func columns(of evidence: Evidence) -> (kind: Kind, detail: String?, similarity: Double?) {
        switch evidence {
        case .toldTogether: (.toldTogether, nil, nil)
        case .sameAddress: (.sameAddress, nil, nil)
        case .sameTitle: (.sameTitle, nil, nil)
        case .sameLink(let key): (.sameLink, key, nil)
        case .likeWords(let words, let similarity): (.likeWords, TextList.joined(words), similarity)
        }
    }

    private static func evidence(_ row: StoredRow, from column: Int) throws -> Evidence {
        switch Kind(rawValue: try row.text(column)) {
        case .toldTogether: .toldTogether
        case .sameAddress: .sameAddress
        case .sameTitle: .sameTitle
        case .sameLink: .sameLink(try row.text(column + 1))
        case .likeWords:
            .likeWords(
                TextList.texts(try row.optionalText(column + 1)),
                similarity: try row.optionalReal(column + 2) ?? .nan)
        case nil: throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "stories were joined for no reason")
        }
    }
}

/// What a score is made of, as one column.
enum FactorList {
    static func joined(_ factors: [Explanation.Factor]) -> String? {
        TextList.joined(factors.flatMap { [$0.name, "\($0.value)", $0.reason] })
    }

    static func factors(_ column: String?) throws -> [Explanation.Factor] {
        let texts = TextList.texts(column)
        return try stride(from: 0, to: texts.count, by: 3).map { start in
            guard start + 2 < texts.count, let value = Double(texts[start + 1]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a score is made of what is no number")
            }
            return Explanation.Factor(name: texts[start], value: value, reason: texts[start + 2])
        }
    }
}
