import NewsModel

/// Checks templates before they are used: that each asks only for what there is at its place, and writes nothing
/// unescaped that a source may have said.
///
/// It walks the pages as rendering would, with what is in sight at every tag, partials included, so that a field that
/// another page has is a mistake here as well.
struct TemplateCheck {
    /// By template name.
    let tags: [String: [TemplateTag]]
    /// How a person knows the file of a template.
    let place: (String) -> String
    /// The keys that ``words`` has.
    let words: Set<String>

    /// - Throws: The first mistake, with its file and line.
    func run() throws(TemplateError) {
        for template in tags.keys.sorted() {
            for tag in tags[template] ?? [] { try checkForm(of: tag, in: template) }
        }
        var walked: Set<String> = []
        for (page, view) in TemplateFields.pages.sorted(by: { $0.key < $1.key }) {
            try walk(page, [.words, .view(view)], path: [], &walked)
        }
        // What no page asks for is checked as far as that goes without knowing where it will stand.
        for template in tags.keys.sorted() where !walked.contains(where: { $0.hasPrefix(template + " ") }) {
            for tag in tags[template] ?? [] { try checkName(of: tag, in: template) }
        }
    }

    private func checkForm(of tag: TemplateTag, in template: String) throws(TemplateError) {
        switch tag.mark {
        case "%", "=":
            throw error(template, tag, "delimiters and content types stay as they are here")
        case ">", "<":
            guard !tag.text.contains("*") else {
                throw error(template, tag, "a partial is named here, not chosen by a field")
            }
            guard tags[tag.name] != nil else {
                throw error(
                    template, tag, "there is no template “\(tag.name)”\(Self.nearest(to: tag.name, in: tags.keys))")
            }
        case "{", "&":
            try checkName(of: tag, in: template)
            guard TemplateFields.unescaped.contains(Self.last(tag.field)) else {
                throw unescaped(tag, template)
            }
        default: return
        }
    }

    /// Whether any page has such a field.
    private func checkName(of tag: TemplateTag, in template: String) throws(TemplateError) {
        guard Self.asksForField(tag) else { return }
        let parts = tag.field.split(separator: ".").map(String.init)
        if parts.count == 2, parts[0] == "words" { return try checkWords(parts[1], tag, template) }
        for part in parts where !TemplateFields.all.contains(part) {
            throw unknown(part, tag, template, near: TemplateFields.all)
        }
    }

    private func checkWords(_ key: String, _ tag: TemplateTag, _ template: String) throws(TemplateError) {
        guard !words.contains(key) else { return }
        throw error(template, tag, "there are no words “\(key)”\(Self.nearest(to: key, in: words))")
    }

    // MARK: Walking the pages

    /// Checks a template with what is in sight where it begins, the nearest last. `path` are the templates that led
    /// here, `walked` what was checked before, each template with its sight.
    private func walk(
        _ template: String, _ outer: [TemplateScope], path: [String], _ walked: inout Set<String>
    ) throws(TemplateError) {
        guard walked.insert("\(template) \(outer)").inserted else { return }
        var scopes = [outer]
        for tag in tags[template] ?? [] {
            let sight = scopes.last ?? outer
            switch tag.mark {
            case "!", "$": continue
            case "/": if scopes.count > 1 { scopes.removeLast() }
            case ">", "<":
                guard !path.contains(tag.name), tag.name != template else {
                    throw error(template, tag, "“\(tag.name)” would stand in itself without end")
                }
                guard path.count < TemplateSet.mostDepth else {
                    throw error(template, tag, "templates stand within each other more than \(path.count) deep")
                }
                try walk(tag.name, sight, path: path + [template], &walked)
                if tag.mark == "<" { scopes.append(sight) }
            case "#":
                let kind = try kind(of: tag, sight, template)
                scopes.append(tag.isTransformed ? sight + [.unknown] : sight + [TemplateScope(kind)])
            case "^":
                _ = try kind(of: tag, sight, template)
                scopes.append(sight)
            default: try checkInsertion(tag, sight, template)
            }
        }
    }

    /// A field that is written: unescaped only where it is HTML of ours.
    private func checkInsertion(
        _ tag: TemplateTag, _ sight: [TemplateScope], _ template: String
    ) throws(TemplateError) {
        let kind = try kind(of: tag, sight, template)
        guard tag.mark == "{" || tag.mark == "&" else { return }
        if case .html? = kind { return }
        throw unescaped(tag, template)
    }

    /// What the field of a tag holds; `nil` for `{{.}}` and where a transform hides it.
    private func kind(
        of tag: TemplateTag, _ sight: [TemplateScope], _ template: String
    ) throws(TemplateError) -> FieldKind? {
        guard Self.asksForField(tag), !sight.contains(where: \.isUnknown) else { return nil }
        let parts = tag.field.split(separator: ".").map(String.init)
        guard let first = parts.first else { return nil }
        guard var kind = sight.reversed().lazy.compactMap({ $0.kinds[first] }).first else {
            throw unknown(first, tag, template, near: Set(sight.flatMap(\.kinds.keys)))
        }
        for part in parts.dropFirst() {
            if case .words = kind {
                try checkWords(part, tag, template)
                return .text
            }
            let kinds = TemplateScope(kind).kinds
            guard let inner = kinds[part] else { throw unknown(part, tag, template, near: Set(kinds.keys)) }
            kind = inner
        }
        return kind
    }

    private static func asksForField(_ tag: TemplateTag) -> Bool {
        switch tag.mark {
        case "!", "$", "/", ">", "<", "%", "=": false
        default: !tag.name.hasSuffix("()") && !tag.field.isEmpty && tag.field != "."
        }
    }

    // MARK: Saying what is wrong

    private func unescaped(_ tag: TemplateTag, _ template: String) -> TemplateError {
        error(template, tag, "“\(tag.name)” must be escaped: write {{\(tag.name)}} with two braces")
    }

    private func unknown(
        _ name: String, _ tag: TemplateTag, _ template: String, near names: Set<String>
    ) -> TemplateError {
        let isElsewhere = TemplateFields.all.contains(name)
        return error(
            template, tag,
            isElsewhere
                ? "there is no field “\(name)” at this place, only in other views; docs/templates.md lists them"
                : "there is no field “\(name)”\(Self.nearest(to: name, in: names))")
    }

    private func error(_ template: String, _ tag: TemplateTag, _ message: String) -> TemplateError {
        TemplateError(file: place(template), line: tag.line, message: message)
    }

    private static func last(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }

    private static func nearest(to name: String, in names: some Sequence<String>) -> String {
        let ranked = names.sorted().map { ($0, EditDistance.between(name.lowercased(), $0.lowercased())) }
        guard let (best, distance) = ranked.min(by: { $0.1 < $1.1 }), distance <= max(2, name.count / 3) else {
            return ""
        }
        return "; did you mean “\(best)”?"
    }
}

/// What one step of nesting brings into sight.
struct TemplateScope: Sendable, CustomStringConvertible {
    let kinds: [String: FieldKind]
    let description: String
    /// Whether it cannot be told what is in it.
    let isUnknown: Bool

    /// Behind a transform, whose result only rendering knows.
    static let unknown = TemplateScope(kinds: [:], description: "?", isUnknown: true)

    /// What is in sight in every template.
    static let words = TemplateScope(kinds: ["words": .words], description: "words", isUnknown: false)

    static func view(_ view: any TemplateView.Type) -> TemplateScope {
        TemplateScope(kinds: view.kinds, description: "\(view)", isUnknown: false)
    }

    /// What a section of such a field brings; text and flags nothing.
    init(_ kind: FieldKind?) {
        switch kind {
        case .view(let view), .list(let view): self = .view(view)
        case .text, .flag, .html, .texts, .words, nil: self.init(kinds: [:], description: "-", isUnknown: false)
        }
    }

    private init(kinds: [String: FieldKind], description: String, isUnknown: Bool) {
        self.kinds = kinds
        self.description = description
        self.isUnknown = isUnknown
    }
}

/// The pages that templates make, and all that they may ask for.
enum TemplateFields {
    /// What each page template is given; the other templates are partials of these.
    static let pages: [String: any TemplateView.Type] = [
        "archive": ArchiveView.self, "digest": EditionView.self, "edition": EditionView.self,
        "entry": StoryView.self, "health": HealthView.self, "left-out": LeftOutView.self, "night": NightView.self,
        "not-found": NotFoundView.self,
        "section-page": SectionPageView.self,
        "source-page": SourcePageView.self,
    ]

    /// Every view by its name, those within others too.
    static let views: [String: any TemplateView.Type] = {
        var found: [String: any TemplateView.Type] = [:]
        for view in pages.values { collect(view, into: &found) }
        return found
    }()

    /// The names of all fields, and of the words, which are in sight everywhere.
    static let all: Set<String> = views.values.reduce(into: ["words"]) { $0.formUnion($1.kinds.keys) }

    /// Fields that stand unescaped wherever they are.
    static let unescaped: Set<String> = views.values.reduce(into: []) { names, view in
        for case (let name, .html) in view.kinds { names.insert(name) }
    }

    private static func collect(_ view: any TemplateView.Type, into found: inout [String: any TemplateView.Type]) {
        guard found.updateValue(view, forKey: "\(view)") == nil else { return }
        for kind in view.kinds.values {
            switch kind {
            case .view(let inner), .list(let inner): collect(inner, into: &found)
            case .text, .flag, .html, .texts, .words: continue
            }
        }
    }
}
