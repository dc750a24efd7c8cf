/// A template as it is written: text and tags, one after the other.
enum TemplateToken: Sendable, Hashable {
    case text(Substring)
    /// With what a line begins with before a tag that stands alone on it.
    case tag(TemplateTag, indentation: Substring = "")

    /// The tokens of a template, without the lines on which nothing but a tag stands.
    ///
    /// - Throws: The line of a tag that does not end.
    static func all(of template: String) throws(UnfinishedTag) -> [TemplateToken] {
        var tokens: [TemplateToken] = []
        var line = 1
        var rest = template[...]
        while let start = rest.firstRange(of: "{{") {
            let text = rest[..<start.lowerBound]
            if !text.isEmpty { tokens.append(.text(text)) }
            line += text.lineBreaks
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: rest.first == "{" ? "}}}" : "}}") else {
                throw UnfinishedTag(line: line)
            }
            let inner = rest[..<end.lowerBound]
            tokens.append(.tag(TemplateTag(inner, line: line)))
            line += inner.lineBreaks
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { tokens.append(.text(rest)) }
        return withoutLinesOfTags(tokens)
    }

    struct UnfinishedTag: Error {
        let line: Int
    }

    /// A section's opening and closing, a comment or a partial that stands alone on its line takes the line with it.
    private static func withoutLinesOfTags(_ tokens: [TemplateToken]) -> [TemplateToken] {
        let alone = tokens.indices.map { standsAlone($0, in: tokens) }
        return tokens.enumerated().map { index, token in
            switch token {
            case .tag(let tag, _):
                guard alone[index], index > 0, case .text(let before) = tokens[index - 1] else { return token }
                return .tag(tag, indentation: before.lastLine)
            case .text(var text):
                let isAfter = index > 0 && alone[index - 1]
                if isAfter { text = text.afterFirstLine }
                let isBefore = index + 1 < tokens.count && alone[index + 1]
                return .text(isBefore ? text.beforeLastLine(orAll: isAfter || index == 0) : text)
            }
        }
    }

    private static func standsAlone(_ index: Int, in tokens: [TemplateToken]) -> Bool {
        guard case .tag(let tag, _) = tokens[index], tag.mayStandAlone else { return false }
        return beginsLine(index, in: tokens) && endsLine(index, in: tokens)
    }

    private static func beginsLine(_ index: Int, in tokens: [TemplateToken]) -> Bool {
        guard index > 0 else { return true }
        guard case .text(let text) = tokens[index - 1] else { return false }
        let tail = text.utf8.reversed().first { !Substring.isBlank($0) }
        return tail == Substring.lineBreak || tail == nil && index == 1
    }

    private static func endsLine(_ index: Int, in tokens: [TemplateToken]) -> Bool {
        guard index + 1 < tokens.count else { return true }
        guard case .text(let text) = tokens[index + 1] else { return false }
        let head = text.utf8.first { !Substring.isBlank($0) }
        return head == Substring.lineBreak || head == nil && index + 2 == tokens.count
    }
}

extension Substring {
    fileprivate static let lineBreak = UInt8(ascii: "\n")

    fileprivate static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D].contains(byte) }

    fileprivate var lineBreaks: Int { utf8.count { $0 == Self.lineBreak } }

    fileprivate var afterFirstLine: Substring {
        utf8.firstIndex(of: Self.lineBreak).map { self[utf8.index(after: $0)...] } ?? ""
    }

    fileprivate var lastLine: Substring {
        utf8.lastIndex(of: Self.lineBreak).map { self[utf8.index(after: $0)...] } ?? self
    }

    /// Without its last line, of which all is white space before a tag.
    ///
    /// - Parameter isLine: Whether it begins a line, so that there is nothing before its last one.
    /// - Returns: What is left.
    fileprivate func beforeLastLine(orAll isLine: Bool) -> Substring {
        utf8.lastIndex(of: Self.lineBreak).map { self[...$0] } ?? (isLine ? "" : self)
    }
}
