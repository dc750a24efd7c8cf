import NewsModel
import WebText

/// Takes secrets out of what a feed says, as it enters: later a text is cut, an address resolved and a headline shown
/// without its markup, and half a secret is left of one.
struct ItemCleaning {
    private let redactor: Redactor

    init(_ redactor: Redactor) {
        self.redactor = redactor
    }

    /// Texts lose the secrets in them; an address that holds one is none.
    func clean(_ item: inout FeedItem) {
        guard !redactor.isEmpty else { return cleanAddresses(&item) { _ in true } }
        cleanAddresses(&item) { !redactor.finds(in: $0) }
        item.id = item.id.map(redactor.redact)
        item.title = item.title.map(redactor.redact)
        item.publisher = item.publisher.map(redactor.redact)
        item.authors = item.authors.map(redactor.redact)
        item.categories = item.categories.map(redactor.redact)
        clean(&item.summary)
        clean(&item.content)
        item.enclosures.removeAll { redactor.finds(in: $0.url) }
    }

    private func cleanAddresses(_ item: inout FeedItem, _ isClean: (String) -> Bool) {
        item.link = item.link.flatMap { isClean($0) ? $0 : nil }
        item.image = item.image.flatMap { isClean($0) ? WebAddress($0)?.withoutUserinfo.text : nil }
        item.discussion = item.discussion.flatMap { isClean($0) ? WebAddress($0)?.withoutUserinfo.text : nil }
    }

    private func clean(_ markup: inout Markup?) {
        guard var cleaned = markup else { return }
        cleaned.source = redactor.redact(cleaned.source, as: .markup)
        // What is relative to such an address would hand it on.
        if let base = cleaned.base, redactor.finds(in: base) { cleaned.base = nil }
        markup = cleaned
    }
}
