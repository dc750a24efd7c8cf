/// What a sound server says on one night: a value, made when the night falls.
protocol Site: Sendable {
    func answer(_ request: SiteRequest) -> Answer
}

extension Answer {
    static func notFound(_ path: String) -> Answer {
        Answer(
            status: 404, contentType: "text/html; charset=utf-8",
            text: "<!DOCTYPE html>\n<title>Not found</title>\n<p>Nothing stands at \(XMLText.escaped(path)).</p>\n")
    }

    static func json(status: Int = 200, _ value: JSONText) -> Answer {
        Answer(status: status, contentType: "application/json; charset=utf-8", text: value.rendered)
    }
}
