package import NewsModel

extension HealthReport {
    /// As the state keeps it: without the histories, which stand there already.
    package var stateDocument: [UInt8] {
        var report = self
        for index in report.sources.indices { report.sources[index].history = [] }
        return HealthDocument.bytes(of: report)
    }

    /// Gives the sources of a report from the state their histories back.
    package mutating func addHistories(_ memories: [SourceID: SourceMemory]) {
        for index in sources.indices {
            sources[index].history = memories[sources[index].report.source]?.history ?? []
        }
    }
}
