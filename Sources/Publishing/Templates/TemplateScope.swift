/// What is in sight at a place of a page, while its template is made ready.
struct TemplateSight {
    /// What is open, the innermost last.
    var scopes: [TemplateScope]
    /// The templates that lead here, the one at hand last.
    var path: [String]
    /// What a parent's blocks are replaced by, and the template that says so.
    var blocks: [String: (nodes: [TemplateNode], template: String)] = [:]

    /// Whose tag stands here.
    var template: String { path.last ?? "" }

    /// The fields that may be asked for.
    var names: Set<String> { Set(scopes.flatMap(\.kinds.keys)) }

    /// The way to a field and what it holds: the innermost of that name.
    func field(_ name: String) -> (path: FieldPath, kind: FieldKind)? {
        for (index, scope) in scopes.enumerated().reversed() {
            if let place = scope.place(of: name), let kind = scope.kinds[name] {
                return (FieldPath(view: index, places: [place]), kind)
            }
        }
        return nil
    }

    /// `{{.}}`: what is open.
    var innermost: (path: FieldPath, kind: FieldKind)? {
        scopes.last.map { (FieldPath(view: scopes.count - 1, places: []), $0.kind) }
    }

    /// Within a section of a field. A flag brings nothing into sight.
    func within(_ kind: FieldKind) -> TemplateSight {
        var inner = self
        switch kind {
        case .flag: break
        case .text, .texts: inner.scopes.append(.init(kind: .text))
        case .html, .words, .view: inner.scopes.append(.init(kind: kind))
        case .list(let view): inner.scopes.append(.init(kind: .view(view)))
        }
        return inner
    }
}

/// One thing that is open.
struct TemplateScope {
    let kind: FieldKind

    var kinds: [String: FieldKind] {
        if case .view(let view) = kind { view.kinds } else { [:] }
    }

    func place(of field: String) -> Int? {
        if case .view(let view) = kind { view.place(of: field) } else { nil }
    }
}
