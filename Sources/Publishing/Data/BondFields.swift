import NewsModel
import WebText

/// What stories of a cluster were held to be one by, in `edition.json`, written and read: a link to what was told before
/// leads to the story that it names.
enum BondFields {
    static func write(_ bond: Explanation.Bond, _ json: inout JSONWriter) {
        json.strings("between", [bond.one.rawValue, bond.other.rawValue])
        json.text("kind", bond.evidence.kind.rawValue)
        switch bond.evidence {
        case .toldTogether, .sameAddress, .sameTitle: break
        case .sameLink(let key): json.text("link", key)
        case .likeWords(let words, let similarity):
            json.strings("sharedWords", words)
            json.number("similarity", similarity)
        }
    }

    /// - Returns: `nil` for evidence of a kind that only a newer version knows.
    static func read(_ fields: DocumentFields) -> Explanation.Bond? {
        let stories = fields.texts("between").map(StoryID.init(rawValue:))
        guard stories.count == 2, let evidence = evidence(fields) else { return nil }
        return Explanation.Bond(one: stories[0], other: stories[1], evidence: evidence)
    }

    private static func evidence(_ fields: DocumentFields) -> Evidence? {
        guard let kind = fields.optional("kind").flatMap(Evidence.Kind.init) else { return nil }
        switch kind {
        case .toldTogether: return .toldTogether
        case .sameAddress: return .sameAddress
        case .sameTitle: return .sameTitle
        case .sameLink: return fields.optional("link").map(Evidence.sameLink)
        case .likeWords:
            return .likeWords(fields.texts("sharedWords"), similarity: fields.real("similarity") ?? .nan)
        }
    }
}
