import NewsModel

extension Reading {
    /// The nodes of a list; none where it does not stand there or is no list.
    mutating func entries(of key: Key<Node>, in fields: Fields) -> [Node] {
        guard let node = value(of: key, in: fields) else { return [] }
        switch node.content {
        case .list(let nodes): return nodes
        case .nothing, .broken: return []
        case .text, .mapping:
            report("`\(key.name)` is \(key.form.expects), not \(node.kind)", at: node.place)
            return []
        }
    }

    mutating func notifyTargets(_ top: Fields) -> [NotifyTarget] {
        var targets: [NotifyTarget] = []
        for node in entries(of: Keys.notify, in: top) {
            let expects = "{websub: https://hub.example/} or {webhook: {url: https://example.org/hook}}"
            let subject = NotifyKeys.shape.subject
            guard let entry = fields(of: node, NotifyKeys.shape, called: subject, expects: expects) else { continue }
            if entry.has("websub"), entry.has("webhook") {
                report("an entry of `notify` is one of `websub` and `webhook`; make two of it", at: node.place)
                continue
            }
            if let hub = value(of: NotifyKeys.webSub, in: entry) {
                targets.append(.webSub(hub: hub.text))
            } else if let hook = value(of: NotifyKeys.webhook, in: entry) {
                let secret = value(of: NotifyKeys.secret, in: hook)?.secret
                guard let url = value(of: NotifyKeys.url, in: hook) else { continue }
                targets.append(.webhook(url: url.text, secret: secret))
            } else if !NotifyKeys.shape.names.contains(where: entry.hasOrMisspells) {
                report("an entry of `notify` needs `websub` or `webhook`", at: node.place)
            }
        }
        return targets
    }

    /// The listed sections, then those that only sources name.
    mutating func sectionRules(_ top: Fields, sources: [Source]) -> [SectionRule] {
        var rules: [SectionRule] = []
        var places: [String: Place] = [:]
        for node in entries(of: Keys.sections, in: top) {
            guard let rule = sectionRule(node) else { continue }
            if let first = places.updateValue(node.place, forKey: rule.name) {
                report(
                    "the section \(quoted(rule.name)) stands here and on line \(first.line); keep one", at: node.place)
            } else {
                rules.append(rule)
            }
        }
        var known = Set(rules.map(\.name))
        for source in sources where known.insert(source.section).inserted {
            rules.append(SectionRule(name: source.section))
        }
        return rules
    }

    private mutating func sectionRule(_ node: Node) -> SectionRule? {
        guard case .mapping = node.content else {
            return SectionKeys.name.form.read(node, "sections.name", &self).map { SectionRule(name: $0) }
        }
        let expects = "a name, or a mapping such as {\(SectionKeys.shape.example)}"
        let subject = SectionKeys.shape.subject
        guard let entry = fields(of: node, SectionKeys.shape, called: subject, expects: expects) else { return nil }
        let match = value(of: SectionKeys.match, in: entry) ?? []
        return value(of: SectionKeys.name, in: entry).map { SectionRule(name: $0, match: match) }
    }
}
