package import NewsModel

/// What can be wrong with markup.
enum Fault: Int, CaseIterable {
    case ampersand, attributeTwice, attributeUnquoted, character, comment, elementOpen, endTagStray, entitiesTooLong,
        entity,
        lessThan, rootSecond, sectionOpen, tagOpen, textBehind, truncated

    /// In the words of a warning.
    var message: String {
        switch self {
        case .ampersand: "an ampersand that begins no entity"
        case .attributeTwice: "an attribute that is there twice"
        case .attributeUnquoted: "an attribute without quotes"
        case .character: "a character that XML does not allow"
        case .comment: "a comment that does not end"
        case .elementOpen: "an element that does not end"
        case .endTagStray: "an end tag without a start"
        case .entitiesTooLong: "more text behind declared entities than is written out"
        case .entity: "an entity that XML does not have"
        case .lessThan: "a bare <"
        case .rootSecond: "another element behind the end of the document"
        case .sectionOpen: "a CDATA section that does not end"
        case .tagOpen: "a tag that does not end"
        case .textBehind: "text behind the end of the document"
        case .truncated: "the document breaks off"
        }
    }
}

extension Feed {
    /// Whether its document ended in the middle, as one does whose server broke off where nobody could notice.
    package var breaksOff: Bool {
        warnings.contains { $0.message.hasPrefix(Fault.truncated.message) }
    }
}
