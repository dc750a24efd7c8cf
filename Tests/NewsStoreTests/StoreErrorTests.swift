import Testing

@testable import NewsStore

@Suite struct StoreErrorTests {
    /// Codes of https://www.sqlite.org/rescode.html.
    private static let meanings: [(Int32, StoreError)] = [
        (13, StoreError.noSpace(path: "s")), (5, .busy(path: "s")), (6, .busy(path: "s")),
        (26, .unreadable(path: "s", reason: "it is not an SQLite file")),
        (11, .unreadable(path: "s", reason: "it is damaged")), (1, .unreadable(path: "s", reason: "said")),
        (8, .notWritable(path: "s", reason: "said")), (10, .notWritable(path: "s", reason: "said")),
        (14, .notWritable(path: "s", reason: "said")), (3, .notWritable(path: "s", reason: "said")),
    ]

    @Test(arguments: meanings) func everyResultCodeSaysWhatAPersonCanDo(code: Int32, expected: StoreError) {
        #expect(StoreError(code: code, message: "said", path: "s") == expected)
    }

    @Test(arguments: [
        StoreError.unreadable(path: "the/file", reason: "r"), .notWritable(path: "the/file", reason: "r"),
        .newer(path: "the/file"), .foreign(path: "the/file"), .noSpace(path: "the/file"), .busy(path: "the/file"),
    ]) func everyMessageNamesTheFile(error: StoreError) {
        #expect(error.description.contains("“the/file”"))
    }
}
