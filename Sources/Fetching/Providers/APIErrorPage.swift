import NewsModel
import WebText

/// The error that an API answered with: its status, and what the body says in the forms that most APIs have.
struct APIErrorPage: Sendable {
    let head: ResponseHead
    /// The API's own word for the error, such as `apiKeyInvalid`.
    let code: String?
    let message: String?
    /// What to do about it, as far as anybody knows who does not know the API.
    let advice: String
    let cacheUpdate: CacheUpdate

    /// Of what a page says, where that is JSON, and its bytes.
    init(_ body: JSONValue, head: ResponseHead, page: [UInt8] = [], cacheUpdate: CacheUpdate = CacheUpdate()) {
        self.head = head
        self.cacheUpdate = cacheUpdate
        advice = Advice.status(ErrorResponse(head: head, body: page))
        // A number says no more than the status.
        code = body["code"].text.flatMap { Int($0) == nil ? $0 : nil }
        message =
            Self.message(in: body, besides: code) ?? body["response"]["message"].text
            // Problem details (RFC 9457 §3.1).
            ?? body["detail"].text ?? body["title"].text
    }

    /// One line for the report; what the status says already is not said again.
    var detail: String {
        [code, message].compactMap(\.self).reduce(head.line) { line, part in
            line.lowercased().contains(part.lowercased()) ? line : "\(line): \(part)"
        }
    }

    /// What a body says of an error; `nil` where it says nothing of one.
    static func message(in root: JSONValue, besides code: String? = nil) -> String? {
        let error = root["error"].isNull ? root["errors"][0] : root["error"]
        let isNone = [.bool(false), .integer(0)].contains(error)
        if let message = error["message"].text ?? (isNone ? nil : error.text) ?? root["message"].text { return message }
        guard saysFailure(root) else { return nil }
        return ["detail", "reason", "error_description", "msg"].lazy.compactMap { root[$0].text }.first
            ?? (code == nil ? "it failed, without a reason" : nil)
    }

    /// The same of what came with a success: a message alone is an error where nothing else is said, and it is no “ok”.
    static func failure(in root: JSONValue) -> String? {
        let isBare = root["error"].isNull && root["errors"].isNull && !saysFailure(root)
        if isBare, root.names.contains(where: { root[$0].elements != nil || !root[$0].names.isEmpty }) { return nil }
        guard let message = message(in: root), !message.trimmed.isEmpty else { return nil }
        let isGood = ["ok", "success", "successful"].contains(message.lowercased())
        return isBare && isGood ? nil : message
    }

    private static func saysFailure(_ root: JSONValue) -> Bool {
        ["success", "ok"].contains { root[$0] == .bool(false) }
            || ["error", "fail", "failure", "failed"].contains(root["status"].text?.lowercased())
    }
}

extension ReadingContext {
    /// Asks an API for a JSON document: `judge` makes the result of a success, `refused` that of an error page.
    func askAPI(
        _ url: String, headers: [Source.Header] = [], isConditional: Bool = false, hostLimit: Int? = nil,
        refused: (APIErrorPage) -> FetchedFeed, judge: (ParsedResponse<JSONValue>) async -> FetchedFeed
    ) async -> FetchedFeed {
        do {
            return await judge(
                try await json(url, headers: headers, isConditional: isConditional, hostLimit: hostLimit))
        } catch {
            guard case .status(let answer) = error else { return failed(error) }
            // An error page may be anything.
            let body = try? JSONValue(parsing: answer.body)
            return refused(
                APIErrorPage(
                    body ?? .null, head: answer.head, page: answer.body, cacheUpdate: cacheUpdate(answer)))
        }
    }

    /// The result of an error page.
    func gathered(_ page: APIErrorPage, advice: String) -> FetchedFeed {
        gathered(.httpError, detail: page.detail, advice: advice, cacheUpdate: page.cacheUpdate)
    }
}
