import SimulatedWorld

/// Redirects (RFC 9110 §15.4): how many, and where to.
extension ServerFault {
    static let redirectFaults: [ServerFault] = [
        ServerFault(
            name: "moved-for-good", summary: "301 to where the feed is", expected: .fresh,
            says: "moved permanently to http://{authority}/news/feed: change it in broadsheet.yml",
            place: .at(SitePath.former), script: [.redirect(301, to: SitePath.feed)]),
        ServerFault(
            name: "moved-by-308", summary: "308 to where the feed is", expected: .fresh,
            says: "change it in broadsheet.yml", place: .at(SitePath.former),
            script: [.redirect(308, to: SitePath.feed)]),
        ServerFault(
            name: "moved-for-now", summary: "307 to where the feed is", expected: .fresh,
            place: .at(SitePath.former), script: [.redirect(307, to: "http://{authority}/news/feed")]),
        ServerFault(
            name: "several-choices", summary: "300 with a place", expected: .fresh, place: .at(SitePath.former),
            script: [.redirect(300, to: SitePath.feed)]),
        ServerFault(
            name: "redirect-loop", summary: "sends on to itself", expected: .refused, says: "loop",
            script: [.redirect(to: SitePath.feed)]),
        ServerFault(
            name: "redirect-loop-of-two", summary: "two addresses that send on to each other", expected: .refused,
            says: "loop", script: [.redirect(to: "?other"), .close]),
        ServerFault(
            name: "redirect-loop-by-fragment", summary: "sends on to itself with another fragment",
            expected: .refused, says: "loop", script: [.redirect(to: "/news/feed#{count}")]),
        ServerFault(
            name: "redirects-at-the-limit", summary: "five redirects, then the feed", expected: .fresh, strikes: 5,
            script: [.redirect(to: "/news/feed?hop={count}")]),
        ServerFault(
            name: "redirects-one-past", summary: "six redirects", expected: .refused, says: "redirects", strikes: 6,
            script: [.redirect(to: "/news/feed?hop={count}")]),
        ServerFault(
            name: "redirects-that-grow", summary: "each redirect leads deeper", expected: .refused, says: "redirects",
            script: [.redirect(to: "feed/")]),
        ServerFault(
            name: "redirect-with-endless-page", summary: "a redirect whose page never ends", expected: .fresh,
            place: .at(SitePath.former),
            script: [
                .text("HTTP/1.1 302 Found\r\nLocation: /news/feed\r\n\r\n"), .endlessly(.text("<p>moved</p>")),
            ]),
        ServerFault(
            name: "redirect-to-404", summary: "a redirect to what is not there", expected: .httpError, says: "404",
            place: .at(SitePath.former), script: [.redirect(to: "/nowhere")]),
        ServerFault(
            name: "redirect-to-web-page", summary: "a redirect to the home page", expected: .malformed,
            says: "web page", place: .at(SitePath.former), script: [.redirect(to: "/")]),
    ]

    /// Places that nobody should be sent to, and odd ways of writing the right one.
    static let destinationFaults: [ServerFault] = [
        ServerFault(
            name: "redirect-to-a-file", summary: "a redirect into the reader's own files", expected: .refused,
            says: "http", script: [.redirect(to: "file:///etc/passwd")]),
        ServerFault(
            name: "redirect-to-ftp", summary: "a redirect to FTP", expected: .refused, says: "ftp",
            script: [.redirect(to: "ftp://{authority}/feed")]),
        ServerFault(
            name: "redirect-to-data", summary: "a redirect to an address that is its own content",
            expected: .refused, says: "data", script: [.redirect(to: "data:text/xml,<rss/>")]),
        ServerFault(
            name: "redirect-to-script", summary: "a redirect to a script", expected: .refused, says: "javascript",
            script: [.redirect(to: "javascript:alert(1)")]),
        ServerFault(
            name: "redirect-to-gopher", summary: "a redirect to Gopher", expected: .refused, says: "gopher",
            script: [.redirect(to: "gopher://{authority}/0feed")]),
        ServerFault(
            name: "redirect-to-no-host", summary: "a redirect to an address without a host", expected: .refused,
            script: [.redirect(to: "http:///feed")]),
        ServerFault(
            name: "redirect-to-broken-host", summary: "a redirect to half an IPv6 address", expected: .refused,
            script: [.redirect(to: "http://[::1/feed")]),
        ServerFault(
            name: "redirect-to-wrong-port", summary: "a redirect to a port that there cannot be", expected: .refused,
            script: [.redirect(to: "http://{host}:99999/feed")]),
        ServerFault(
            name: "redirect-to-closed-port", summary: "a redirect to where nobody listens", expected: .unreachable,
            says: "refused", script: [.redirect(to: "http://127.255.255.1:9/feed")]),
        ServerFault(
            name: "redirect-to-nothing", summary: "a redirect whose place is empty", expected: .httpError, says: "302",
            script: [.redirect(to: "")]),
        ServerFault(
            name: "redirect-with-spaces", summary: "a redirect with spaces in its place", expected: .fresh,
            place: .at(SitePath.former), script: [.redirect(to: "/news/feed?a b")]),
        ServerFault(
            name: "redirect-without-scheme", summary: "a redirect that leaves the scheme out", expected: .fresh,
            place: .at(SitePath.former), script: [.redirect(to: "//{authority}/news/feed")]),
        ServerFault(
            name: "redirect-in-capitals", summary: "a redirect whose scheme is in capitals", expected: .fresh,
            place: .at(SitePath.former), script: [.redirect(to: "HTTP://{authority}/news/feed")]),
        ServerFault(
            name: "redirect-upwards", summary: "a redirect by way of the folder above", expected: .fresh,
            place: .at(SitePath.former), script: [.redirect(to: "../news/./feed")]),
    ]

    /// Cookies along a chain (RFC 6265).
    static let cookieFaults: [ServerFault] = [
        ServerFault(
            name: "cookie-check", summary: "lets nobody in without its cookie", expected: .fresh, strikes: 1,
            script: [.redirect(to: SitePath.feed, ("Set-Cookie", "seen=1; Path=/"))]),
        ServerFault(
            name: "cookies-without-end", summary: "another cookie each time", expected: .refused, says: "redirects",
            script: [.redirect(to: SitePath.feed, ("Set-Cookie", "n={count}"))]),
        ServerFault(
            name: "cookies-huge", summary: "sends on with a cookie of 60 KB", expected: .fresh, strikes: 1,
            place: .at(SitePath.former),
            script: [.redirect(to: SitePath.feed, ("Set-Cookie", "a=\(String(repeating: "b", count: 60_000))"))]),
        ServerFault(
            name: "cookie-nonsense", summary: "cookies of nonsense", expected: .fresh, place: .at(SitePath.former),
            script: [.redirect(to: SitePath.feed, ("Set-Cookie", "=;;="), ("Set-Cookie", ""), ("Set-Cookie", "a"))]),
    ]
}
