import WebText

/// Share links: they pass a story on through a social site, and are no part of it.
enum ShareLinks {
    static func contains(_ address: String) -> Bool {
        if address.hasPrefix("mailto:?") { return true }
        guard let scheme = address.firstRange(of: "://") else { return false }
        let place = address[scheme.upperBound...].lowercased().withoutWWW
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

/// Tracking pixels: pictures that show nothing and count readers.
enum TrackingPixels {
    /// Whether a picture at an absolute address, of whose element all is `given`, is too small to be seen, hidden, or
    /// asked for from a place that only counts.
    static func contains(_ address: String, _ given: [String: String]) -> Bool {
        if ["width", "height"].contains(where: { (given[$0].flatMap(pixels) ?? .max) <= 2 }) { return true }
        if given["hidden"] != nil { return true }
        let style = (given["style"] ?? "").lowercased().filter { !$0.isWhitespace }
        if hidingStyles.contains(where: { style.hasPrefix($0) || style.contains(";" + $0) }) { return true }
        guard let scheme = address.firstRange(of: "://") else { return false }
        let place = address[scheme.upperBound...].lowercased()
        let path = place.drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
        return hosts.contains { place.hasPrefix($0 + "/") || place.prefix { $0 != "/" }.hasSuffix("." + $0) }
            || names.contains { path.hasSuffix("/" + $0) }
    }

    /// The number of a `width` or `height`, which may carry its unit; a share of the page is no size.
    static func pixels(_ text: String) -> Int? {
        let text = text.lowercased().filter { !$0.isWhitespace }
        return Int(text.hasSuffix("px") ? text.dropLast(2) : text[...])
    }

    private static let hidingStyles = [
        "display:none", "visibility:hidden", "opacity:0;", "width:0", "width:1px", "height:0", "height:1px",
    ]

    private static let hosts = [
        "b.scorecardresearch.com", "googletagmanager.com", "doubleclick.net", "feeds.feedburner.com", "feedsportal.com",
        "google-analytics.com",
        "pixel.quantserve.com", "pixel.wp.com", "pi.feedsportal.com", "stats.wordpress.com", "statcounter.com",
    ]

    private static let names = [
        "1x1.gif", "1x1.png", "blank.gif", "clear.gif", "open.gif", "pixel.gif", "pixel.png", "spacer.gif", "track.gif",
        "tracking.gif", "transparent.gif",
    ]
}
