import NewsModel

extension Story {
    /// The whole of its text as far as its source gives it: its content, else a summary of HTML, since the description of
    /// an item that is complete in itself holds the text (RSS 2.0, `description`).
    var wholeText: Markup? { content ?? summary.flatMap { $0.kind == .html ? $0 : nil } }
}

extension SafeHTML {
    /// Whether a text says what its excerpt says, and no more: in one paragraph, uncut.
    func isAll(of excerpt: SafeHTML?) -> Bool { excerpt.map { "<p>\($0.html)</p>" == html } ?? false }
}
