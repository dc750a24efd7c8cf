package import SimulatedWorld

/// Short ways of writing the catalogue's scripts.
extension ScriptStep {
    package static func text(_ text: String) -> ScriptStep { .send(.text(text)) }

    /// The head of a success that says it is a feed, with these further lines, and the empty line behind it.
    package static func head(_ lines: String...) -> ScriptStep { .text(Head.ok(lines)) }

    /// The body that a sound source would have sent.
    package static func body(_ edits: BodyEdit...) -> ScriptStep { .send(.soundBody(edits)) }

    /// A sound head and this text as the body.
    package static func document(_ text: String, as contentType: String = "application/rss+xml; charset=utf-8")
        -> ScriptStep
    {
        .send(.answer(status: 200, contentType: contentType, body: text))
    }

    /// An answer that sends on.
    package static func redirect(_ status: Int = 302, to location: String, _ more: (String, String)...) -> ScriptStep {
        let headers = [("Location", location)] + more
        return .send(
            .answer(
                status: status, headers: headers.map { .init(name: $0.0, value: $0.1) },
                body: ServerFault.plainPage("Moved", "It is elsewhere.")))
    }

    package static func json(_ text: String, status: Int = 200) -> ScriptStep {
        .send(.answer(status: status, contentType: "application/json", body: text))
    }

    package static func page(status: Int) -> ScriptStep {
        .send(.answer(status: status, body: ServerFault.plainPage("Error \(status)", "Not now.")))
    }
}

enum Head {
    static func ok(_ lines: [String]) -> String {
        let all = ["HTTP/1.1 200 OK", "Content-Type: \(FaultyFeed.contentType)"] + lines
        return all.joined(separator: "\r\n") + "\r\n\r\n"
    }
}
