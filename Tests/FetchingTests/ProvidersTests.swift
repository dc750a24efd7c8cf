import NewsModel
import Testing

@testable import Fetching

@Suite struct ProvidersTests {
    @Test func ofEachItemThoseSayWhoPublishedItThatListWhatOthersPublish() {
        let names = Providers.definitions.filter(\.namesPublishers).map(\.name)
        #expect(names == ["hackernews", "lobsters", "guardian", "newsapi"])
    }
}
