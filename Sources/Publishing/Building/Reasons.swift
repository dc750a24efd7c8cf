internal import NewsModel
import WebText

/// Why a story stands where it does, as pages say it.
struct Reasons: Sendable {
    let factors: [StoryView.FactorView]
    let notes: [String]
    /// The factors as lines of a list of definitions, and the notes as paragraphs.
    let rows: RawText
    let remarks: RawText

    /// - Parameters:
    ///   - factors: What the score is made of.
    ///   - notes: What joined the tellings.
    ///   - language: That of the reasons and notes, where it is not that of the site.
    init(_ factors: [StoryView.FactorView], _ notes: [String], language: String?) {
        (self.factors, self.notes) = (factors, notes)
        rows = .made(of: factors.map { Self.row($0, language) }.joined())
        let attribute = Escape.language(language)
        remarks = .made(of: notes.map { "<p dir=\"auto\"\(attribute)>\(Escape.markup($0))</p>\n" }.joined())
    }

    private static func row(_ factor: StoryView.FactorView, _ language: String?) -> String {
        let (name, value) = (Escape.markup(factor.name), Escape.markup(factor.value))
        let reason = RawText.isolated(factor.reason, language: language)
        return "<div><dt>\(name)</dt><dd><b>\(value)</b> \(reason.text)</dd></div>\n"
    }
}

extension SiteContext {
    func reasons(for cluster: Cluster) -> Reasons {
        let factors = cluster.explanation.factors.map(factor).filter { $0.value != words.figures.text(1) }
        return Reasons(factors, notes(of: cluster), language: words.languageOfTheTool)
    }

    private func factor(_ factor: Explanation.Factor) -> StoryView.FactorView {
        .init(
            name: words.ifAny("factor.\(factor.name)") ?? PlainText.line(factor.name),
            value: words.figures.text(factor.value), reason: PlainText.line(factor.reason))
    }

    /// What joined the tellings, as far as somebody reads that on a page.
    private func notes(of cluster: Cluster) -> [String] {
        let notes = cluster.explanation.notes.map(PlainText.line)
        guard notes.count > Self.mostNotes else { return notes }
        let more = "and \(notes.count - Self.mostNotes) more: broadsheet explain \(cluster.lead.id)"
        return notes.prefix(Self.mostNotes) + [more]
    }

    private static let mostNotes = 2
}
