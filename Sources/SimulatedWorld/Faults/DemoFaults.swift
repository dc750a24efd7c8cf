/// The faults that the demo shows.
extension ServerFault {
    package static let silent = ServerFault(
        name: "never-answers", summary: "takes the request and never answers", expected: .late, script: [.hold])

    package static func drip(every interval: Duration) -> ServerFault {
        ServerFault(
            name: "drips", summary: "one byte at a time", expected: .late,
            script: [.latency, .drip(.soundAnswer(), every: interval), .close])
    }

    package static func failsFirst(status: Int) -> ServerFault {
        ServerFault(
            name: "fails-first", summary: "\(status) to the first request of the night, then fine", expected: .fresh,
            strikes: 1,
            script: [
                .latency,
                .send(.answer(status: status, contentType: "text/plain", body: "Something went wrong on our side.\n")),
            ])
    }

    package static func throttled(retryAfterSeconds: Int) -> ServerFault {
        ServerFault(
            name: "throttled", summary: "429 with Retry-After: \(retryAfterSeconds)", expected: .httpError,
            script: [
                .latency,
                .send(
                    .answer(
                        status: 429, headers: [.init(name: "Retry-After", value: "\(retryAfterSeconds)")],
                        contentType: "text/plain", body: "Too many requests. Please come back later.\n")),
            ])
    }

    package static func status(_ status: Int) -> ServerFault {
        ServerFault(
            name: "status-\(status)", summary: "always \(status)", expected: .httpError,
            script: [.latency, .send(.answer(status: status, body: Self.plainPage("Error \(status)", "Not here.")))])
    }

    /// A page of a firewall with status 200 where the feed should be.
    package static let challengePage = ServerFault(
        name: "challenge-page", summary: "a web page in place of the feed", expected: .malformed,
        script: [
            .latency,
            .send(
                .answer(
                    status: 200,
                    body: plainPage(
                        "Just a moment…", "Checking your browser before you go on. This takes five seconds."))),
        ])

    /// Broken in ways that a reader repairs: a bare ampersand, an unknown entity, a tag that is never closed.
    package static let smudgedXML = ServerFault(
        name: "smudged-xml", summary: "broken XML that can be repaired", expected: .fresh,
        script: [
            .latency,
            .send(
                .soundAnswer([
                    .replace("</description>", with: " Advice & comment&nbsp;inside.</description>"),
                    .replaceFirst("</channel>", with: "<image><url>https://smudge.example/logo.png</image></channel>"),
                ])),
        ])

    /// Ends within a comment, before the root: nothing to repair.
    package static let tornXML = ServerFault(
        name: "torn-xml", summary: "XML that is broken beyond repair", expected: .malformed,
        script: [
            .latency,
            .send(
                .answer(
                    status: 200, contentType: "application/rss+xml; charset=utf-8",
                    body: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- written by the night desk at")),
        ])

    package static let brokenOff = ServerFault(
        name: "broken-off", summary: "the connection ends halfway through the body", expected: .unreachable,
        script: [.latency, .send(.soundBeginning(0.5)), .close])

    /// A redirect, 301, 302, 307 or 308, to the feed's true address on the same server.
    package static func moved(status: Int) -> ServerFault {
        ServerFault(
            name: "moved-\(status)", summary: "a \(status) to where the feed is", expected: .fresh,
            place: .at(SitePath.former),
            script: [
                .latency,
                .send(
                    .answer(
                        status: status, headers: [.init(name: "Location", value: SitePath.feed)],
                        body: plainPage("Moved", "This feed has moved."))),
            ])
    }

    package static func plainPage(_ title: String, _ text: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
        <body><h1>\(title)</h1><p>\(text)</p></body></html>

        """
    }
}
