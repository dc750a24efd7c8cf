import NewsModel
import WebText

/// Takes secrets out of what a feed says, as it enters: later a text is cut, an address resolved and a headline shown
/// without its markup, and half a secret is left of one.
struct ItemRedaction {
    private let redactor: Redactor

    init(_ redactor: Redactor) {
        self.redactor = redactor
    }

    /// Texts lose the secrets in them; an address that holds one is none.
    func redact(_ item: inout FeedItem) {
        guard !redactor.isEmpty else { return redactAddresses(&item) { _ in true } }
        redactAddresses(&item) { !redactor.finds(in: $0) }
        item.id = item.id.map(redactor.redact)
        item.title = item.title.map(redactor.redact)
        item.publisher = item.publisher.map(redactor.redact)
        item.authors = item.authors.map(redactor.redact)
        item.categories = item.categories.map(redactor.redact)
        redact(&item.summary)
        redact(&item.content)
        item.enclosures.removeAll { redactor.finds(in: $0.url) }
    }

    private func redactAddresses(_ item: inout FeedItem, _ isClean: (String) -> Bool) {
        item.link = item.link.flatMap { isClean($0) ? $0 : nil }
        item.image = item.image.flatMap { isClean($0) ? WebAddress($0)?.withoutUserinfo.text : nil }
        item.discussion = item.discussion.flatMap { isClean($0) ? WebAddress($0)?.withoutUserinfo.text : nil }
    }

    private func redact(_ markup: inout Markup?) {
        guard var redacted = markup else { return }
        redacted.source = redactor.redact(redacted.source, as: .markup)
        // What is relative to such an address would hand it on.
        if let base = redacted.base, redactor.finds(in: base) { redacted.base = nil }
        markup = redacted
    }
}

/// What an item is called by its id where it has no address of its own.
enum OwnName {
    /// The id, or a hash in its place where it is or holds an address that is none for readers: the name is published.
    static func of(_ id: String) -> String {
        guard looksLikeAddress(id) else { return id }
        guard let address = WebAddress(link: id), address.text == id else { return hash(id) }
        return HostReach.publicOnly.allows(address) ? id : hash(id)
    }

    private static func looksLikeAddress(_ id: String) -> Bool {
        let beginning = id.trimmed.prefix(8).lowercased()
        return ["http:", "https:", "//"].contains(where: beginning.hasPrefix) || id.contains("://") || id.contains("\\")
    }

    /// A name made of an id that says nothing of it.
    private static func hash(_ id: String) -> String {
        String(FNV1a.hash64(id.utf8), radix: 16)
    }
}
