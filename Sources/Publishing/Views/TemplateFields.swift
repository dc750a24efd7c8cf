/// All that templates may ask for.
enum TemplateFields {
    static let all: Set<String> = [
        names(PageFrame.self), names(PageFrame.FeedLink.self), names(StoryView.self),
        names(StoryView.CoverageView.self),
        names(StoryView.FactorView.self), names(EditionView.self), names(EditionView.SectionView.self),
        names(EditionView.IndexEntry.self), names(EditionView.NeighbourView.self), names(EditionView.LeftOutView.self),
        names(EditionView.ReasonView.self), names(ArchiveView.self), names(ArchiveView.MonthView.self),
        names(ArchiveView.DayView.self), names(HealthView.self), names(HealthView.RowView.self),
        names(HealthView.StripView.self), names(HealthView.CellView.self), names(NotFoundView.self),
    ].reduce(into: []) { $0.formUnion($1) }

    /// Those whose type is ``SafeHTML`` or ``RawText``: these alone may stand unescaped.
    static let unescaped: Set<String> = ["excerpt", "content", "structured", "style"]

    private static func names<View: TemplateView>(_ view: View.Type) -> Set<String> { Set(view.fields.keys) }
}
