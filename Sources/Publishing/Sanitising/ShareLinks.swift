/// Links that ask the reader to pass a story on through somebody's site: no part of the story.
enum ShareLinks {
    static func contains(_ address: String) -> Bool {
        if address.hasPrefix("mailto:?") { return true }
        guard let scheme = address.firstRange(of: "://") else { return false }
        var place = address[scheme.upperBound...].lowercased()
        if place.hasPrefix("www.") { place.removeFirst(4) }
        return places.contains { place.hasPrefix($0) }
    }

    private static let places = [
        "addtoany.com/", "addtoany.com/share", "api.whatsapp.com/send", "bsky.app/intent/", "buffer.com/add",
        "facebook.com/dialog/", "facebook.com/share.php", "facebook.com/sharer", "flipboard.com/bookmarklet",
        "getpocket.com/save", "linkedin.com/sharearticle", "linkedin.com/sharing", "mastodonshare.com/",
        "news.ycombinator.com/submitlink", "pinterest.com/pin/create", "reddit.com/submit", "share.flipboard.com/",
        "t.me/share", "telegram.me/share", "threads.net/intent/", "toot.kytta.dev/", "tumblr.com/share",
        "twitter.com/home?status", "twitter.com/intent/", "twitter.com/share", "vk.com/share", "wa.me/?",
        "x.com/intent/", "x.com/share",
    ]
}
