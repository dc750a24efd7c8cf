import NewsModel

extension PublishGuard {
    /// Why an edition does not take the place of the last one: too few of the sources that were asked have answered.
    func reasonToHoldBack(_ health: HealthReport) -> String? {
        let asked = health.asked
        let answered = health.sources.count { $0.report.outcome.isAnswer }
        let isTooPoor = answered < minimumSources || Double(answered) < minimumFresh * Double(asked)
        guard asked > 0, isTooPoor else { return nil }
        return "The site stays as it was, with new health pages: only \(answered) of \(asked) sources answered, "
            + "fewer than publish-guard asks for."
    }
}
