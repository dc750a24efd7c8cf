/// The pages that templates make, and all that they may ask for.
enum TemplateFields {
    /// What each page template is given; the other templates are partials of these.
    static let pages: [String: any TemplateView.Type] = [
        "archive": ArchiveView.self, "digest": EditionView.self, "edition": EditionView.self,
        "health": HealthView.self, "not-found": NotFoundView.self, "section-page": SectionPageView.self,
        "source-page": SourcePageView.self,
    ]

    /// Every view by its name, those within others too.
    static let views: [String: any TemplateView.Type] = {
        var found: [String: any TemplateView.Type] = [:]
        for view in pages.values { collect(view, into: &found) }
        return found
    }()

    /// The names of all fields.
    static let all: Set<String> = views.values.reduce(into: []) { $0.formUnion($1.kinds.keys) }

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
