/// Reads Mustache into its parts.
struct TemplateParser {
    private var tokens: ArraySlice<TemplateToken>
    private let file: String

    private init(_ text: String, file: String) throws(TemplateError) {
        self.file = file
        do {
            tokens = try TemplateToken.all(of: text)[...]
        } catch {
            throw TemplateError(file: file, line: error.line, message: "a tag is not finished: “}}” is missing")
        }
    }

    /// The parts of a template.
    ///
    /// - Parameters:
    ///   - text: What the file holds.
    ///   - file: Its name as the user would write it.
    /// - Returns: Them, in order.
    /// - Throws: Where it is not well-formed.
    static func nodes(of text: String, file: String) throws(TemplateError) -> [TemplateNode] {
        var parser = try TemplateParser(text, file: file)
        return try parser.nodes(within: nil)
    }

    private mutating func nodes(within opening: TemplateTag?) throws(TemplateError) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let token = tokens.popFirst() {
            switch token {
            case .text(let text): nodes.append(.text(String(text)))
            case .tag(let tag, _) where tag.mark == .end:
                guard let opening, tag.name == opening.name else {
                    throw error(tag, "this closing tag does not match the section that is open here")
                }
                return nodes
            case .tag(let tag, let indentation):
                if let node = try node(tag, String(indentation)) { nodes.append(node) }
            }
        }
        guard let opening else { return nodes }
        throw error(opening, "the file ends inside a section: a closing tag such as {{/name}} is missing")
    }

    private mutating func node(_ tag: TemplateTag, _ indentation: String) throws(TemplateError) -> TemplateNode? {
        guard !tag.name.isEmpty || tag.mark == .comment || tag.mark == .pragma else {
            throw error(tag, "a tag is not finished: a name and “}}” belong here")
        }
        switch tag.mark {
        case .comment, .end: return nil
        case .pragma: return .refused(tag)
        case .text, .unescaped: return .insertion(tag)
        case .section, .inverted: return .section(tag, try nodes(within: tag))
        case .block: return .block(tag, try nodes(within: tag))
        case .partial: return .partial(tag, indentation: indentation)
        case .parent: return .parent(tag, blocks: Self.blocks(in: try nodes(within: tag)))
        }
    }

    /// What a parent holds besides blocks counts for nothing.
    private static func blocks(in nodes: [TemplateNode]) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for case .block(let tag, let inner) in nodes { blocks[tag.name] = inner }
        return blocks
    }

    private func error(_ tag: TemplateTag, _ message: String) -> TemplateError {
        TemplateError(file: file, line: tag.line, message: message)
    }
}
