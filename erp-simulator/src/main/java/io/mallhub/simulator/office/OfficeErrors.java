package io.mallhub.simulator.office;

import io.mallhub.simulator.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows what the ERP refuses, with a way back. */
@ControllerAdvice(basePackageClasses = OfficeErrors.class)
class OfficeErrors {

    @ExceptionHandler
    String refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("code", refusal.code().soap());
        model.addAttribute("message", refusal.text());
        return "refused";
    }

    @ExceptionHandler({
        TypeMismatchException.class,
        MissingServletRequestParameterException.class,
        IllegalArgumentException.class
    })
    String bad(Exception bad, Model model, HttpServletResponse response) {
        response.setStatus(400);
        model.addAttribute("code", "400");
        model.addAttribute("message", "输入有误 / bad input: " + bad.getMessage());
        return "refused";
    }
}
