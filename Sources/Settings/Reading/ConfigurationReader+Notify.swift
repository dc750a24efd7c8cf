import NewsModel

extension ConfigurationReader {
    /// Who is told of a run.
    mutating func notifyTargets(_ top: Fields) -> [NotifyTarget] {
        entries(of: Keys.notify, in: top).compactMap { notifyTarget($0) }
    }

    private mutating func notifyTarget(_ node: Node) -> NotifyTarget? {
        let expects = "{websub: https://hub.example/} or {webhook: {url: https://example.org/hook}}"
        let shape = NotifyKeys.shape
        guard let entry = fields(of: node, shape, called: shape.subject, expects: expects) else { return nil }
        let given = shape.names.filter(entry.has)
        guard given.count < 2 else {
            report(
                "an entry of `notify` is one of \(listed(shape.names)); make one of each",
                at: node.position)
            return nil
        }
        if let hub = value(of: NotifyKeys.webSub, in: entry) { return .webSub(hub: hub.text) }
        if let url = value(of: NotifyKeys.heartbeat, in: entry) { return .heartbeat(url: url.text) }
        if let hook = value(of: NotifyKeys.webhook, in: entry) { return webhook(hook).map { .webhook($0) } }
        if !shape.names.contains(where: entry.hasOrMisspells) {
            report("an entry of `notify` needs \(listed(shape.names))", at: node.position)
        }
        return nil
    }

    private mutating func webhook(_ hook: Fields) -> WebhookTarget? {
        let secret = value(of: NotifyKeys.secret, in: hook)?.secret
        let events = value(of: NotifyKeys.events, in: hook) ?? [.edition]
        if events.isEmpty { report("`webhook.on` names no event", at: hook.valuePosition(of: "on")) }
        let format = value(of: NotifyKeys.format, in: hook) ?? .standard
        let template = value(of: NotifyKeys.template, in: hook)
        guard let url = value(of: NotifyKeys.url, in: hook) else { return nil }
        var target = WebhookTarget(url: url.text)
        target.secret = secret
        target.events = Set(events)
        target.format = format
        target.template = template
        return target
    }
}
