import Testing

@testable import Curation

@Suite struct StemmerTests {
    @Test(arguments: [
        ["storm", "storms", "storming", "stormed"], ["resign", "resigns", "resigned", "resigning"],
        ["vote", "votes", "voted", "voting"], ["hop", "hops", "hopped", "hopping"], ["agree", "agreed", "agrees"],
        ["party", "parties"], ["evacuate", "evacuated", "evacuating", "evacuation"], ["nation", "nations"],
        ["правительство", "правительства"],
    ])
    func formsOfAWordShareAStem(forms: [String]) {
        #expect(Set(forms.map(Stemmer.stem)).count == 1)
    }

    @Test(arguments: ["bus", "red", "wing", "sing", "glass", "virus", "us"])
    func endingThatBelongsToTheWordStays(word: String) {
        #expect(Stemmer.stem(word) == word)
    }
}
