import Language
import Records

/// Finds who, where, when, how much and who said what in an article's text.
public enum Annotator {
    /// The annotations of an article; ranges are code points into `article.text`. Linear in the text.
    public static func annotations(of article: Article) -> Annotations {
        Annotations()
    }
}
