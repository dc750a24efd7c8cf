/// Makes templates ready: looks every name up once, by what is in sight where it stands, partials included, and judges
/// it. A field that only another page has is a mistake here, and so is one that a source may fill where it would be
/// written unescaped.
struct TemplateCompiler {
    /// The text of each template.
    private let texts: [String: String]
    private let nodes: [String: [TemplateNode]]
    /// How a person knows the file of a template.
    private let place: (String) -> String
    /// The keys that ``FieldKind/words`` has.
    private let words: Set<String>
    private var reached: Set<String> = []

    private init(
        _ texts: [String: String], place: @escaping (String) -> String, words: Set<String>
    ) throws(TemplateError) {
        var nodes: [String: [TemplateNode]] = [:]
        for name in texts.keys.sorted() {
            nodes[name] = try TemplateParser.nodes(of: texts[name] ?? "", file: place(name))
        }
        self.texts = texts
        self.nodes = nodes
        self.place = place
        self.words = words
    }

    /// The instructions of every page.
    ///
    /// - Parameters:
    ///   - texts: The templates by name.
    ///   - place: How a person knows the file of one.
    ///   - words: The keys of the words.
    /// - Returns: What is done to write each, by the name of its template.
    /// - Throws: The first mistake, with its file and line; also one in a template that no page asks for.
    static func pages(
        of texts: [String: String], place: @escaping (String) -> String, words: Set<String>
    ) throws(TemplateError) -> [String: [Instruction]] {
        var compiler = try TemplateCompiler(texts, place: place, words: words)
        var pages: [String: [Instruction]] = [:]
        for (page, view) in TemplateFields.pages.sorted(by: { $0.key < $1.key }) {
            let sight = TemplateSight(scopes: [.init(kind: .view(view))], path: [page])
            pages[page] = try compiler.instructions(compiler.nodes[page] ?? [], sight)
            compiler.reached.insert(page)
        }
        for template in texts.keys.sorted() where !compiler.reached.contains(template) {
            try compiler.judgeNames(compiler.nodes[template] ?? [], in: template)
        }
        return pages
    }

    private mutating func instructions(
        _ nodes: [TemplateNode], _ sight: TemplateSight
    ) throws(TemplateError) -> [Instruction] {
        var instructions: [Instruction] = []
        for node in nodes {
            for instruction in try self.instructions(node, sight) { instructions.append(joining: instruction) }
        }
        return instructions
    }

    private mutating func instructions(
        _ node: TemplateNode, _ sight: TemplateSight
    ) throws(TemplateError) -> [Instruction] {
        switch node {
        case .text(let text): return [.text(Array(text.utf8))]
        case .insertion(let tag): return [try insertion(tag, sight)]
        case .section(let tag, let inner):
            let (path, kind) = try field(of: tag, sight)
            guard tag.mark == .section else { return [.without(path, try instructions(inner, sight))] }
            return [.with(path, try instructions(inner, sight.within(kind)))]
        case .partial(let tag, let indentation):
            return try partial(tag, sight, indentation)
        case .parent(let tag, let blocks):
            var inner = sight
            for (name, nodes) in blocks where inner.blocks[name] == nil { inner.blocks[name] = (nodes, sight.template) }
            return try partial(tag, inner, "")
        case .block(let tag, let inner):
            guard let (nodes, template) = sight.blocks[tag.name] else { return try instructions(inner, sight) }
            var within = sight
            within.blocks[tag.name] = nil
            within.path.append(template)
            return try instructions(nodes, within)
        case .refused(let tag):
            throw mistake(tag, sight).isPragma
        }
    }

    private mutating func partial(
        _ tag: TemplateTag, _ sight: TemplateSight, _ indentation: String
    ) throws(TemplateError) -> [Instruction] {
        let text = try text(of: tag, in: sight.template)
        guard !sight.path.contains(tag.name) else { throw mistake(tag, sight).isEndless }
        reached.insert(tag.name)
        var inner = sight
        inner.path.append(tag.name)
        guard !indentation.isEmpty else { return try instructions(nodes[tag.name] ?? [], inner) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indented = lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
        return try instructions(try TemplateParser.nodes(of: indented, file: place(tag.name)), inner)
    }

    /// A field that is written: unescaped only where it is HTML of ours.
    private func insertion(_ tag: TemplateTag, _ sight: TemplateSight) throws(TemplateError) -> Instruction {
        let (path, kind) = try field(of: tag, sight)
        switch kind {
        case .html: return .insert(path, isEscaped: tag.mark == .text)
        case .text:
            guard tag.mark == .text else { throw mistake(tag, sight).mustBeEscaped }
            return .insert(path, isEscaped: true)
        case .flag, .texts, .words, .view, .list: throw mistake(tag, sight).isNoText
        }
    }

    private func field(
        of tag: TemplateTag, _ sight: TemplateSight
    ) throws(TemplateError) -> (path: FieldPath, kind: FieldKind) {
        let parts = tag.name.split(separator: ".").map(String.init)
        guard let first = parts.first else {
            guard let innermost = sight.innermost else { throw mistake(tag, sight).unknown(".", near: []) }
            return innermost
        }
        guard var (path, kind) = sight.field(first) else { throw mistake(tag, sight).unknown(first, near: sight.names) }
        for part in parts.dropFirst() {
            switch kind {
            case .words where path.word == nil:
                guard words.contains(part) else { throw mistake(tag, sight).unknownWords(part, near: words) }
                path.word = part
                kind = .text
            case .view(let view):
                guard let next = view.kinds[part], let place = view.place(of: part) else {
                    throw mistake(tag, sight).unknown(part, near: Set(view.kinds.keys))
                }
                path = FieldPath(view: path.view, places: path.places + [place])
                kind = next
            case .text, .flag, .html, .texts, .words, .list: throw mistake(tag, sight).unknown(part, near: [])
            }
        }
        return (path, kind)
    }

    // MARK: What no page asks for

    /// Judges a template as far as that goes without knowing where it will stand.
    private func judgeNames(_ nodes: [TemplateNode], in template: String) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .text: continue
            case .insertion(let tag): try judgeName(tag, template)
            case .section(let tag, let inner):
                try judgeName(tag, template)
                try judgeNames(inner, in: template)
            case .partial(let tag, _): _ = try text(of: tag, in: template)
            case .parent(let tag, let blocks):
                _ = try text(of: tag, in: template)
                for name in blocks.keys.sorted() { try judgeNames(blocks[name] ?? [], in: template) }
            case .block(_, let inner): try judgeNames(inner, in: template)
            case .refused(let tag): throw mistake(tag, template).isPragma
            }
        }
    }

    private func judgeName(_ tag: TemplateTag, _ template: String) throws(TemplateError) {
        let parts = tag.name.split(separator: ".").map(String.init)
        if parts.count == 2, parts[0] == "words" {
            guard words.contains(parts[1]) else { throw mistake(tag, template).unknownWords(parts[1], near: words) }
            return
        }
        for part in parts where !TemplateFields.all.contains(part) {
            throw mistake(tag, template).unknown(part, near: TemplateFields.all)
        }
        guard tag.mark != .unescaped || parts.last.map(TemplateFields.unescaped.contains) == true else {
            throw mistake(tag, template).mustBeEscaped
        }
    }

    /// The text of the template that a tag names.
    private func text(of tag: TemplateTag, in template: String) throws(TemplateError) -> String {
        guard !tag.name.hasPrefix("*") else { throw mistake(tag, template).isDynamic }
        guard let text = texts[tag.name] else { throw mistake(tag, template).unknownTemplate(near: Set(texts.keys)) }
        return text
    }

    private func mistake(_ tag: TemplateTag, _ sight: TemplateSight) -> TagMistake { mistake(tag, sight.template) }

    private func mistake(_ tag: TemplateTag, _ template: String) -> TagMistake {
        TagMistake(tag: tag, file: place(template))
    }
}

extension [Instruction] {
    /// Appends a step; text that follows text is one.
    fileprivate mutating func append(joining instruction: Instruction) {
        guard case .text(let more) = instruction, case .text(let text)? = last else { return append(instruction) }
        self[count - 1] = .text(text + more)
    }
}
